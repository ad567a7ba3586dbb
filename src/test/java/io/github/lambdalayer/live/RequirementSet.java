package io.github.lambdalayer.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Requirements that are resolved together, as the file with all of them lists them. */
public record RequirementSet(List<String> requirements) {

    public RequirementSet {
        requirements = List.copyOf(requirements);
    }

    /** Those of the table. */
    public static List<RequirementSet> all() {
        return lines("/live/requirement-sets.txt").stream()
                .map(line -> new RequirementSet(List.of(line.split(" +", -1))))
                .toList();
    }

    /** The lines of a file of the tests, without its comments. */
    static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(RequirementSet.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", requirements);
    }
}
