package io.github.lambdalayer.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs another tool with nothing of the user's own settings. */
final class Program {

    private static final int MOST_SECONDS = 600;

    /** What came of it; a tool that does not end in time has failed. */
    record Result(int status, String out, String err) {}

    private Program() {}

    /** Where a tool is: as the environment says, else the first of these that runs. */
    static Optional<String> find(String variable, String... candidates) {
        Optional<String> told = Optional.ofNullable(System.getenv(variable)).filter(path -> !path.isBlank());
        return told.isPresent()
                ? told
                : List.of(candidates).stream().filter(Program::exists).findFirst();
    }

    private static boolean exists(String program) {
        try {
            return run(List.of(program, "--version")).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Result run(List<String> command) throws IOException {
        Path out = Files.createTempFile("live", ".out");
        Path err = Files.createTempFile("live", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(key -> key.startsWith("UV_") || key.equals("PIP_FIND_LINKS"));
            builder.environment().put("UV_PYTHON_DOWNLOADS", "never");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(-1, "", command.get(0) + " does not end");
            }
            return new Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
