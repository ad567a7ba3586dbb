package io.github.lambdalayer.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** uv, Poetry and pip in one folder: that of the variable {@code LIVE_TOOLS}, else {@code target/live/tools/bin}. */
public final class PythonTools {

    private final Path folder;

    private PythonTools(Path folder) {
        this.folder = folder;
    }

    /** The folder, where it is there and has uv at least. */
    public static Optional<PythonTools> find() {
        return Stream.of(Optional.ofNullable(System.getenv("LIVE_TOOLS")), Optional.of("target/live/tools/bin"))
                .flatMap(Optional::stream)
                .map(name -> new PythonTools(Path.of(name).toAbsolutePath()))
                .filter(tools -> tools.has("uv"))
                .findFirst();
    }

    /** Whether there is such a tool. */
    public boolean has(String tool) {
        return Files.isExecutable(folder.resolve(tool));
    }

    /**
     * Runs a tool in a folder.
     *
     * @return what it printed
     * @throws IllegalStateException with the output when it failed
     */
    public String run(Path directory, String... line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(line));
        command.set(0, folder.resolve(line[0]).toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("UV_PYTHON_DOWNLOADS", "never");
        builder.environment().put("UV_PYTHON", folder.resolve("python").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", line) + ": " + output);
        }
        return output;
    }
}
