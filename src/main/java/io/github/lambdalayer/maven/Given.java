package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that the user gave, and where: {@code pandas==2.2.3} at {@code <requirement> 1}, or at
 * {@code -Dlambda-layer.requirements}.
 */
record Given(String text, String place) {

    private static final Pattern ELEMENT = Pattern.compile("<.*> [0-9]+");
    private static final Pattern UNKNOWN_PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /** Whether it is a part of one text, and no element of a list such as {@code <requirement> 1}. */
    boolean isCut() {
        return !ELEMENT.matcher(place).matches();
    }

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
            List<String> undefined = undefined();
            throw new LayerException(
                    e.code(), place + ": " + e.sentence(), undefined.isEmpty() ? e.hints() : undefined, e);
        }
    }

    /** The hint about a property that nobody has defined, which Maven leaves in the text as it is; else none. */
    List<String> undefined() {
        Matcher property = UNKNOWN_PROPERTY.matcher(text);
        return property.find()
                ? List.of("there is no property " + property.group(1) + ": define it in <properties>, or with -D"
                        + property.group(1) + "=…")
                : List.of();
    }
}
