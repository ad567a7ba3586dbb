package io.github.lambdalayer.python.index;

import java.net.URI;

/** The port of an address: {@code 8080} of {@code https://localhost:8080/simple/}. */
public final class Port {

    private static final int LAST = 65_535;

    private Port() {}

    /** Whether an address names a port that there can be, 1 to 65535, or none. */
    public static boolean isPossible(URI url) {
        int port = url.getPort();
        return port == -1 || (port > 0 && port <= LAST);
    }

    /** Why another is refused, to follow the word for what names it. */
    public static String refusal(URI url) {
        return "names the port " + url.getPort() + ", and ports are 1 to " + LAST;
    }
}
