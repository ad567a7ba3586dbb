package io.github.lambdalayer.problem;

import java.util.List;
import java.util.Optional;

/** What a merge leaves in a file that it could not merge: {@code <<<<<<< HEAD}. */
public final class ConflictMarker {

    /** What to do about one. */
    public static final String HINT = "resolve the conflict first: keep one of its two sides";

    private static final List<String> MARKERS = List.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");

    private ConflictMarker() {}

    /** The sentence about a line that begins with one; empty where it does not. */
    public static Optional<String> in(String line) {
        return MARKERS.stream()
                .filter(line::startsWith)
                .findFirst()
                .map(marker -> "a merge left its conflict marker \"" + marker + "\" here.");
    }
}
