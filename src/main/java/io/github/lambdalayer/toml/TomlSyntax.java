package io.github.lambdalayer.toml;

import io.github.lambdalayer.problem.ConflictMarker;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/** Text to entries; the parser bounds the depth itself, and its faults become sentences. */
final class TomlSyntax {

    private static final int FAULTS_TOLD = 5;
    private static final String CUT_OFF =
            "the file may be cut off: fetch it anew, or let the tool that writes it do so";

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
                        + ".",
                message.contains("end of input") ? new String[] {CUT_OFF} : new String[0]);
    }

    private static Optional<LayerException> conflict(String text, String origin) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(line -> conflict(lines.get(line), new TomlPlace(origin, line + 1, 1)).stream())
                .findFirst();
    }

    private static Optional<LayerException> conflict(String line, TomlPlace place) {
        return ConflictMarker.in(line)
                .map(sentence ->
                        new LayerException(TomlProblem.TOML_SYNTAX, place + ": " + sentence, ConflictMarker.HINT));
    }
}
