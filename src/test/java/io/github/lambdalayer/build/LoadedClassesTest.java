package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who only builds a layer does not pay for the AWS SDK. */
class LoadedClassesTest {

    @TempDir
    private Path project;

    @Test
    void buildingALayerLoadsNoClassOfTheSdk() throws IOException {
        wheel("six", "1.16.0").in(project.resolve("wheels"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-verbose:class",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDelivery.class.getName(),
                        project.toString())
                .redirectErrorStream(true)
                .start();
        String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(loaded).contains("io.github.lambdalayer.build.LayerBuild");
        assertThat(loaded.lines()).noneMatch(line -> line.contains("software.amazon.awssdk"));
        assertThat(project.resolve("target/lambda-layer/data.zip")).exists();
    }
}
