package io.github.lambdalayer.python.index.http;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port: what must be equal before a secret is sent.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port never -1
 */
public record Origin(String scheme, String host, int port) {

    /** Of {@code https://Repo.example/x}: https, repo.example, 443. */
    public static Origin of(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, url.getHost().toLowerCase(Locale.ROOT), url.getPort() < 0 ? usual : url.getPort());
    }

    /** Written out, as is {@link #hashCode}: the JVM takes milliseconds to make those of a record at their first call. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Origin that
                && scheme.equals(that.scheme)
                && host.equals(that.host)
                && port == that.port;
    }

    @Override
    public int hashCode() {
        return host.hashCode() * 31 + port;
    }

    /** Whether what is sent there cannot be read on the way: https, or this very machine. */
    boolean isPrivate() {
        return scheme.equals("https") || isLoopback();
    }

    private boolean isLoopback() {
        return host.equals("localhost") || host.equals("[::1]") || isLoopbackAddress();
    }

    private boolean isLoopbackAddress() {
        return host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
