package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.BareResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubOutputTest {

    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";

    @TempDir
    private Path folder;

    private static void add(String file) {
        Properties system = new Properties();
        system.setProperty("env.GITHUB_OUTPUT", file);
        GitHubOutput.add(system, BareResult.of(new PublishedVersion("eu-west-1", ARN, 7, true)));
    }

    @Test
    void linesAreAddedToTheFile() throws IOException {
        Path file = folder.resolve("outputs");
        Files.writeString(file, "other=1\n");
        add(file.toString());
        assertThat(file).hasContent("other=1\narn-data-eu-west-1=" + ARN + "\nchanged-data=true\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithWhatWasDone() {
        LayerException failure = catchThrowableOfType(
                LayerException.class, () -> add(folder.resolve("gone/outputs").toString()));
        assertThat(failure.block())
                .isEqualTo("Layer data is published, but GITHUB_OUTPUT, " + folder.resolve("gone/outputs")
                        + ", cannot be written: " + folder.resolve("gone/outputs") + " does not exist.\n"
                        + "hint: set GITHUB_OUTPUT to a file that can be written, or unset it, and run the goal again:"
                        + " it finds the version, and makes no other\nsee problems.html#cannot-write");
    }
}
