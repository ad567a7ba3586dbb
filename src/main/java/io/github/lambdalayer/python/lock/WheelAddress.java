package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.Port;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where the bytes of a locked file are. */
final class WheelAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private WheelAddress() {}

    /** The key that says where: {@code path}, else {@code url}. */
    static String key(TomlEntries file) {
        if (!file.has("path") && !file.has("url")) {
            throw file.fault(LockProblem.LOCK_SOURCE, "", file.path("") + " has neither path nor url.");
        }
        return file.has("path") ? "path" : "url";
    }

    /** The last component of where a file is, percent-decoded once when it is a URL. */
    static String lastSegment(TomlEntries file) {
        String key = key(file);
        String text = file.requiredText(key);
        if (key.equals("path")) {
            return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        }
        return Shown.decodedLastSegment(TomlValue.required(file, key, WheelAddress::parse));
    }

    /** An absolute address that we can fetch from. */
    static URI parse(String text) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean isSomewhere = isFile(url) || (url.getHost() != null && Port.isPossible(url));
            if (SCHEMES.contains(scheme) && url.getRawPath() != null && isSomewhere) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Its message holds the address, and the address may hold credentials.
        }
        throw new LayerException(
                LockProblem.LOCK_VALUE, "this is no address of a file that can be fetched by http, https or file.");
    }

    static boolean isFile(URI url) {
        return "file".equalsIgnoreCase(url.getScheme());
    }

    /** The address without credentials and without a fragment. */
    static URI bare(URI url) {
        String host = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(url.getScheme() + "://" + host + url.getRawPath() + query);
    }
}
