package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Says how several are written where they were divided as names are: {@code six,idna} in the place of {@code six|idna}. */
final class SeveralInOne {

    /** What stands between two requirements; a comma in one of them is followed by {@code <}, {@code !} and the like. */
    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+(?=[A-Za-z])");

    private SeveralInOne() {}

    /** The value; where there is none, but would be of each part, the failure says with what to divide them. */
    static <T> T read(Given given, Function<String, T> parser) {
        try {
            return given.as(parser);
        } catch (LayerException e) {
            throw hint(given, parser)
                    .map(hint -> new LayerException(e.code(), e.sentence(), List.of(hint), e))
                    .orElse(e);
        }
    }

    private static Optional<String> hint(Given given, Function<String, ?> parser) {
        List<String> parts = List.of(BETWEEN.split(given.text()));
        if (!given.isCut() || parts.size() < 2 || !parts.stream().allMatch(part -> isOne(part, parser))) {
            return Optional.empty();
        }
        String together = String.join("|", parts);
        return Optional.of("several are divided by |: "
                + (given.place().startsWith("-D") ? given.place() + "=\"" + together + "\"" : together));
    }

    private static boolean isOne(String part, Function<String, ?> parser) {
        try {
            return parser.apply(part) != null;
        } catch (LayerException e) {
            return false;
        }
    }
}
