package io.github.lambdalayer.python.lock;

import java.util.Optional;

/**
 * What a lock has of a package that has no wheel: {@code a folder}, at {@code ../core}.
 *
 * @param form as sentences call it
 * @param place the address or the path that {@code pip wheel} builds; empty for what is on an index
 */
record BuildSource(String form, Optional<String> place) {

    private static final String HARMLESS = "._-/:@+~%=";

    /** Something on an index. */
    static BuildSource ofIndex(String form) {
        return new BuildSource(form, Optional.empty());
    }

    /** A folder, an archive or an address; what could mean more to a shell than itself is not told. */
    static BuildSource at(String form, String place) {
        boolean harmless = !place.isEmpty() && place.chars().allMatch(BuildSource::isHarmless);
        return new BuildSource(form, Optional.of(harmless && !holdsCredentials(place) ? place : "<its place>"));
    }

    /** A repository; without a commit that of its main branch. */
    static BuildSource repository(String kind, String url, String commit) {
        return at("a repository", kind + "+" + url + (commit.isEmpty() ? "" : "@" + commit));
    }

    private static boolean isHarmless(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0);
    }

    private static boolean holdsCredentials(String place) {
        int host = place.indexOf("://") + 3;
        int end = place.indexOf('/', host);
        return host > 2 && place.substring(host, end < 0 ? place.length() : end).contains("@");
    }
}
