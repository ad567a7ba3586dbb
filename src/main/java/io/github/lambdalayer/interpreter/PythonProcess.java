package io.github.lambdalayer.interpreter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a Python once, with nothing of the user's own settings or secrets, and never for ever. */
final class PythonProcess {

    /** The status of a process that had to be stopped. */
    static final int TOO_LATE = -1;

    private static final int MAX_OUTPUT = 64 << 10;

    /** How it ended; {@code output} is the end of what it printed, errors too. */
    record Ended(int status, String output) {}

    private final Path program;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Duration limit = Duration.ofMinutes(2);

    private PythonProcess(Path program) {
        this.program = program;
    }

    static PythonProcess of(Path program) {
        return new PythonProcess(program);
    }

    PythonProcess limit(Duration other) {
        limit = other;
        return this;
    }

    PythonProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Ended run(List<String> arguments) throws IOException {
        Path output = Files.createTempFile("lambda-layer-python", ".txt");
        try {
            Process process = start(arguments, output);
            try {
                boolean inTime = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                return new Ended(inTime ? process.exitValue() : TOO_LATE, end(output));
            } finally {
                stop(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + program + " ran");
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** A process that the caller stops. */
    Process start(List<String> arguments, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(output.toFile());
        process.environment().keySet().removeIf(name -> !Inherited.isHarmless(name));
        process.environment().putAll(environment);
        Process started = process.start();
        started.getOutputStream().close();
        return started;
    }

    /** With all that it has started; pyenv's shims are scripts. */
    static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    static String end(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            in.skipNBytes(Math.max(0, Files.size(output) - MAX_OUTPUT));
            return new String(in.readNBytes(MAX_OUTPUT), UTF_8);
        }
    }
}
