package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.testing.BareResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for other tools is read by tools of their own, from the public index. */
@Tag("live")
class HandoverLiveTest {

    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";

    @TempDir
    private Path basedir;

    @Test
    void cloudFormationAndTerraformAreWellFormed() throws Exception {
        Path venv = basedir.resolve("venv");
        assumeTrue(status("python3", "-m", "venv", venv.toString()) == 0, "there is no python3 with venv here");
        assertThat(status(venv.resolve("bin/pip").toString(), "install", "-q", "cfn-lint", "python-hcl2"))
                .isZero();
        LayerSpec spec = TestSpecs.in(basedir).spec();
        Handover.write(spec, BareResult.of(new PublishedVersion("eu-west-1", ARN, 7, true)));
        Path iac = spec.output().resolve("iac");
        assertThat(status(
                        venv.resolve("bin/cfn-lint").toString(),
                        iac.resolve("data.cloudformation.yaml").toString()))
                .isZero();
        assertThat(output(
                        venv.resolve("bin/hcl2tojson").toString(),
                        iac.resolve("data.tf").toString()))
                .contains("eu-west-1", ARN);
    }

    private static int status(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
