package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pyproject.toml says that changes what other tools choose, and counts for nothing here. */
class ProjectWarningsTest {

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();

    @BeforeEach
    void wheels() {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
    }

    @Test
    void settingsOfUvAreNamed() throws IOException {
        assertThat(warnings("""
                [tool.uv]
                override-dependencies = ["six==1.15"]
                dev-dependencies = ["pytest"]
                constraint-dependencies = ["six<1.16"]
                """))
                .containsExactly(
                        "warned pyproject.toml sets constraint-dependencies, override-dependencies in [tool.uv],"
                                + " which only uv follows: set it in the pom as well, or name uv.lock instead.");
    }

    @Test
    void projectForOtherPythonsIsTold() throws IOException {
        assertThat(warnings("requires-python = '<3.10'\n"))
                .containsExactly("warned pyproject.toml is for Python <3.10, but the layer is for python3.13 on x86_64"
                        + " (glibc 2.34).");
    }

    @Test
    void whatChangesNothingIsNotTold() throws IOException {
        assertThat(warnings("requires-python = '>=3.9'\n[tool.uv]\npackage = false\n"))
                .isEmpty();
    }

    @Test
    void extrasOfNothingAreTold() throws IOException {
        Files.writeString(basedir.resolve("requirements.txt"), "six\n");
        assertThat(warnings("requirements.txt", List.of(ExtraName.of("aws"), ExtraName.of("sql"))))
                .containsExactly("warned <extras> names aws, sql, but no pyproject.toml and no lock is among the"
                        + " <requirementsFiles>: it changes nothing.");
    }

    private List<String> warnings(String more) throws IOException {
        Files.writeString(
                basedir.resolve("pyproject.toml"), "[project]\nname = 'app'\ndependencies = ['six']\n" + more);
        return warnings("pyproject.toml", List.of());
    }

    private List<String> warnings(String file, List<ExtraName> extras) {
        LayerSpec spec = TestSpecs.in(basedir)
                .wanting(WantedBuilder.wanted()
                        .files(basedir.resolve(file))
                        .extras(extras)
                        .build())
                .spec();
        new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0")).lock(spec, Upgrade.NOTHING);
        return log.events().stream().filter(event -> event.startsWith("warned")).toList();
    }
}
