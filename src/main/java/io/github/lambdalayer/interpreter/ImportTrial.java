package io.github.lambdalayer.interpreter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Imports modules of an unpacked layer with nothing else on the path, each in a process of its own: what one has loaded
 * does not help the next, and one that crashes is only one.
 *
 * <pre>{@code
 * new ImportTrial(python, layer).run("pandas").message(); // "" when it could be imported
 * }</pre>
 */
public final class ImportTrial {

    private static final int SIGNALED = 128;

    /**
     * How importing a module ended.
     *
     * @param message what Python said, for example {@code ModuleNotFoundError: No module named 'six'}; "" when it is well
     * @param milliseconds how long importing took
     */
    public record Imported(String module, String message, long milliseconds) {}

    private final LocalPython python;
    private final UnpackedLayer layer;

    /** Imports from this layer. */
    public ImportTrial(LocalPython python, UnpackedLayer layer) {
        this.python = python;
        this.layer = layer;
    }

    /**
     * Imports one module, for example {@code sklearn.linear_model}.
     *
     * @throws LayerException {@link InterpreterProblem#LOCAL_PYTHON_FAILED} when Python cannot be run
     */
    public Imported run(String module) {
        try {
            Path told = Files.createTempFile("lambda-layer-import", ".txt");
            try {
                PythonProcess.Ended ended =
                        layer.on(PythonProcess.of(python.program())).run(arguments(module, told));
                return imported(module, ended, Files.readAllLines(told, UTF_8));
            } finally {
                Files.deleteIfExists(told);
            }
        } catch (IOException e) {
            throw python.failed(
                    "cannot be run",
                    String.valueOf(e.getMessage()),
                    "leave out <importTest>, or set -Dlambda-layer.check.skip",
                    e);
        }
    }

    private List<String> arguments(String module, Path told) {
        List<String> arguments = new ArrayList<>(List.of("-I", "-S", "-B", "-c", script("import_test.py")));
        arguments.addAll(List.of(told.toString(), module));
        layer.path().forEach(folder -> arguments.add(folder.toString()));
        return arguments;
    }

    private static Imported imported(String module, PythonProcess.Ended ended, List<String> told) {
        if (told.size() == 2 && isNumber(told.get(0))) {
            return new Imported(module, told.get(1), Long.parseLong(told.get(0)));
        }
        String how = ended.status() == PythonProcess.TOO_LATE
                ? "it did not end within two minutes"
                : "Python ended with status " + ended.status() + signal(ended.status());
        return new Imported(module, how, 0);
    }

    /** What is imported could write there, too. */
    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** What a shell would say of a status above 128. */
    private static String signal(int status) {
        return switch (status - SIGNALED) {
            case 4, 6, 7, 8, 11 -> ", which is a crash of compiled code";
            case 9 -> ": it was killed, perhaps for want of memory";
            default -> "";
        };
    }

    static String script(String name) {
        try (InputStream in = Objects.requireNonNull(ImportTrial.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
