package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Trial;
import io.github.lambdalayer.build.Trial.HandlerCall;
import io.github.lambdalayer.lambda.JsonEvent;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what of a layer is tried with a Python of this machine. */
final class TrialReader {

    private static final String DEFAULT_TASK_ROOT = "src/test/python";

    private final Parameters parameters;
    private final Path basedir;
    private final Problems problems = new Problems();

    TrialReader(Parameters parameters, Path basedir) {
        this.parameters = parameters;
        this.basedir = basedir;
    }

    /** The whole; faults are told together. */
    Trial read() {
        List<String> imports = parameters.list("importTest", Separator.COMMA).stream()
                .map(given -> problems.collect(() -> dotted(given)))
                .filter(Objects::nonNull)
                .toList();
        Boolean needsPython = problems.collect(() -> parameters.flag("requirePython", false));
        Optional<HandlerCall> handler = parameters
                .nonEmpty("handler")
                .flatMap(given -> Optional.ofNullable(problems.collect(() -> call(given))));
        problems.throwIfAny();
        return new Trial(imports, handler, Boolean.TRUE.equals(needsPython));
    }

    private HandlerCall call(Given handler) {
        dotted(handler);
        if (handler.text().indexOf('.') < 0) {
            throw bad(handler, "a module and a function, such as app.handler");
        }
        Path taskRoot = basedir.resolve(DEFAULT_TASK_ROOT);
        return new HandlerCall(
                handler.text(),
                parameters.nonEmpty("event").map(this::event).orElse("{}"),
                Optional.of(taskRoot).filter(Files::isDirectory));
    }

    /** No name of a file begins as JSON does, but {@code 5} may be one. */
    private String event(Given given) {
        if ("{[\"".indexOf(given.text().charAt(0)) >= 0) {
            return json(given, given.text(), "is not JSON");
        }
        Path file = given.under(basedir);
        if (JsonEvent.is(given.text()) && !Files.exists(file)) {
            return given.text();
        }
        try {
            return json(given, Files.readString(file), "is a file that holds no JSON");
        } catch (IOException e) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    given.place() + " is \"" + given.text() + "\", which is neither JSON nor a file that can be read.");
        }
    }

    private static String json(Given given, String event, String otherwise) {
        if (!JsonEvent.is(event)) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    given.place() + " is \"" + given.text() + "\", which " + otherwise + ".",
                    "it is the event that the handler is called with, such as {\"rows\": 3}");
        }
        return event;
    }

    private static String dotted(Given given) {
        String text = given.text();
        boolean right = Stream.of(text.split("\\.", -1))
                .allMatch(part -> !part.isEmpty()
                        && Character.isUnicodeIdentifierStart(
                                part.replace('_', 'a').codePointAt(0))
                        && part.codePoints().allMatch(Character::isUnicodeIdentifierPart));
        if (!right) {
            throw bad(given, "the name of a module, such as pandas or sklearn.linear_model");
        }
        return text;
    }

    private static LayerException bad(Given given, String canBe) {
        return Words.bad(given, List.of(canBe));
    }
}
