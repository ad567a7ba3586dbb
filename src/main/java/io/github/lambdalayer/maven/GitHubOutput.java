package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.BuildProblem;
import io.github.lambdalayer.build.Handover;
import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;

/** Gives later steps of a workflow of GitHub Actions what was published; elsewhere it does nothing. */
final class GitHubOutput {

    private GitHubOutput() {}

    /**
     * Adds lines to the file that {@code GITHUB_OUTPUT} names.
     *
     * @param system the properties of the session, which hold the environment as {@code env.…}
     */
    static void add(Properties system, LayerResult result) {
        String file = system.getProperty("env.GITHUB_OUTPUT", "");
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.write(
                    Path.of(file),
                    Handover.gitHubOutputs(result),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LayerException(
                    BuildProblem.CANNOT_WRITE,
                    "Layer " + result.layer() + " is published, but GITHUB_OUTPUT, " + file + ", cannot be written: "
                            + IoReason.of(e) + ".",
                    List.of("set GITHUB_OUTPUT to a file that can be written, or unset it, and run the goal again: it"
                            + " finds the version, and makes no other"),
                    e);
        }
    }
}
