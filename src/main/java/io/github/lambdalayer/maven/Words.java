package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.WordList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parameters whose value is one of a few words: {@code if-necessary} for {@code IF_NECESSARY}. */
final class Words {

    private Words() {}

    /** The constant that the text names, in lower case and with hyphens. */
    static <E extends Enum<E>> E of(Given given, E[] constants) {
        return Stream.of(constants)
                .filter(constant -> word(constant).equals(given.text().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> bad(given, Stream.of(constants).map(Words::word).toList()));
    }

    /** A switch. */
    static boolean flag(Given given) {
        return switch (given.text().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(given, List.of("true", "false"));
        };
    }

    /** A whole number from 0 on. */
    static int count(Given given) {
        String text = given.text();
        boolean digits = !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw bad(given, List.of("a whole number from 0 on"));
        }
        return Integer.parseInt(text);
    }

    /** A text of a shape that {@code what} describes. */
    static String shaped(Given given, Pattern shape, String what) {
        if (!shape.matcher(given.text()).matches()) {
            throw bad(given, List.of(what));
        }
        return given.text();
    }

    /** How a constant is written in a pom. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LayerException bad(Given given, List<String> words) {
        return new LayerException(
                PomProblem.BAD_PARAMETER,
                given.place() + " is \"" + given.text() + "\"; it must be " + WordList.or(words) + ".",
                given.undefined(),
                null);
    }
}
