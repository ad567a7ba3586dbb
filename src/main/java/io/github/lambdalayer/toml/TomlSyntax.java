package io.github.lambdalayer.toml;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/** Text to entries; the parser bounds the depth itself, and its faults become sentences. */
final class TomlSyntax {

    private static final int FAULTS_TOLD = 5;
    private static final List<String> CONFLICT_MARKERS = List.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");

    private TomlSyntax() {}

    static TomlEntries parse(String text, String origin) {
        TomlParseResult result = Toml.parse(text, TomlVersion.V1_0_0);
        if (result.hasErrors()) {
            throwFaults(result.errors(), text, origin);
        }
        return new TomlEntries(result, new TomlPlace(origin, 1, 1), "");
    }

    private static void throwFaults(List<TomlParseError> errors, String text, String origin) {
        conflict(text, origin).ifPresent(conflict -> {
            throw conflict;
        });
        Problems faults = new Problems();
        errors.stream().limit(FAULTS_TOLD).forEach(error -> faults.add(fault(error, origin)));
        faults.throwIfAny();
    }

    private static LayerException fault(TomlParseError error, String origin) {
        TomlPlace place =
                new TomlPlace(origin, error.position().line(), error.position().column());
        String message = Printable.name(String.valueOf(error.getMessage()));
        return new LayerException(
                TomlProblem.TOML_SYNTAX,
                place + ": not TOML 1.0: " + message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
                        + ".");
    }

    private static Optional<LayerException> conflict(String text, String origin) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (CONFLICT_MARKERS.stream().anyMatch(line::startsWith)) {
                return Optional.of(new LayerException(
                        TomlProblem.TOML_SYNTAX,
                        new TomlPlace(origin, i + 1, 1) + ": a merge left its conflict marker \"" + line.substring(0, 7)
                                + "\" here.",
                        "resolve the conflict first: keep one of its two sides"));
            }
        }
        return Optional.empty();
    }
}
