package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A text that the user gave, and where: {@code pandas==2.2.3} at {@code <requirement> 1}, or at
 * {@code -Dlambda-layer.requirements}.
 */
record Given(String text, String place) {

    /** The same with one space for each run of spaces, tabs and line breaks, which mean no more than that in XML. */
    Given onOneLine() {
        return new Given(text.replaceAll("\\s+", " "), place);
    }

    /**
     * The path that the text names, seen from a folder.
     *
     * @throws LayerException with {@link PomProblem#BAD_PARAMETER} when this system has no such paths
     */
    Path under(Path folder) {
        try {
            return folder.resolve(text);
        } catch (InvalidPathException e) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    place + " is \"" + Printable.name(Printable.withoutUserInfo(text))
                            + "\", which is no path on this system: " + e.getReason() + ".");
        }
    }

    /**
     * The value that {@code parser} makes of the text.
     *
     * @throws LayerException that of the parser, with the place put before its sentence
     */
    <T> T as(Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (LayerException e) {
            throw new LayerException(e.code(), place + ": " + e.sentence(), e.hints(), e);
        }
    }
}
