package io.github.lambdalayer.python.index;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Addresses as sentences show them. */
public final class Shown {

    private static final int LONGEST = 300;

    private Shown() {}

    /** An address without credentials, query and fragment, cut when it is very long. */
    public static String url(URI url) {
        String shown = url.getScheme() + "://" + hostAndPort(url) + (url.getRawPath() == null ? "" : url.getRawPath());
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }

    /** An address without its query, which may hold a token. */
    public static URI withoutQuery(URI url) {
        String text = url.toString();
        int query = text.indexOf('?');
        return query < 0 ? url : URI.create(text.substring(0, query));
    }

    /** For example {@code localhost:8080}, or {@code pypi.org} where the port is the usual one. */
    public static String hostAndPort(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        return url.getPort() < 0 ? host : host + ":" + url.getPort();
    }

    /** The last segment of an address, for example {@code six-1.16.0-py2.py3-none-any.whl}. */
    public static String lastSegment(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same, percent-decoded once; for addresses that were parsed, so that each percent sign is followed by a number. */
    public static String decodedLastSegment(URI url) {
        // A plus stands for itself in a path; the decoder knows forms only.
        return URLDecoder.decode(lastSegment(url).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
