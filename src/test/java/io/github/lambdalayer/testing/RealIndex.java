package io.github.lambdalayer.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;

/** Whether the real index can be asked from here: what needs it is skipped with a message where it cannot. */
public final class RealIndex {

    /** One cache for all: what is fetched ahead may still arrive when a test has ended, so it is no test's own folder. */
    public static final Path CACHE = Path.of("target", "live", "cache").toAbsolutePath();

    /** The product's own default. */
    public static final URI URL = URI.create("https://pypi.org/simple/");

    private static final int MILLISECONDS = 10_000;

    private RealIndex() {}

    /** Asks for one page; says on the console why not. */
    public static boolean isReachable() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URL.resolve("six/").toURL().openConnection();
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            int status = connection.getResponseCode();
            connection.disconnect();
            if (status == HttpURLConnection.HTTP_OK) {
                return true;
            }
            System.out.println("Skipped: " + URL + " answers " + status + ".");
        } catch (IOException e) {
            System.out.println("Skipped: " + URL + " cannot be reached (" + e + ").");
        }
        return false;
    }
}
