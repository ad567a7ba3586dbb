package io.github.lambdalayer.python.version;

import java.util.List;

/**
 * The parts of a version. Numbers are digits without leading zeros, since they have no upper bound
 * ({@code 1.0.20210312143022}); a part that is missing is the empty string.
 *
 * @param epoch {@code 0} when none is written
 * @param release at least one number
 * @param preKind {@code a}, {@code b}, {@code rc} or empty
 * @param preNumber the number of the pre-release, or empty
 * @param local in lower case, its parts divided by dots
 */
record VersionParts(
        String epoch, List<String> release, String preKind, String preNumber, String post, String dev, String local) {

    VersionParts {
        release = List.copyOf(release);
    }

    boolean isPreRelease() {
        return !preKind.isEmpty() || !dev.isEmpty();
    }

    /** Whether it is a release and nothing else, as {@link #base} gives it. */
    boolean isBase() {
        return !isPreRelease() && post.isEmpty() && local.isEmpty();
    }

    VersionParts base() {
        return new VersionParts(epoch, release, "", "", "", "", "");
    }

    VersionParts withFirstDev() {
        return new VersionParts(epoch, release, preKind, preNumber, post, "0", "");
    }

    /** How many numbers of the release count: {@code 1.0.0} is {@code 1}. */
    int significant() {
        int count = release.size();
        while (count > 0 && release.get(count - 1).equals("0")) {
            count--;
        }
        return count;
    }

    /** The number at an index; those after the last are 0. */
    String number(int index) {
        return index < release.size() ? release.get(index) : "0";
    }

    /** The normal form: {@code 1!2.0rc1.post2.dev3+abc.4}. */
    String text() {
        StringBuilder out = new StringBuilder();
        if (!epoch.equals("0")) {
            out.append(epoch).append('!');
        }
        out.append(String.join(".", release)).append(preKind).append(preNumber);
        append(out, ".post", post);
        append(out, ".dev", dev);
        append(out, "+", local);
        return out.toString();
    }

    private static void append(StringBuilder out, String prefix, String part) {
        if (!part.isEmpty()) {
            out.append(prefix).append(part);
        }
    }
}
