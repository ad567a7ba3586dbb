package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about a layer that is built twice. */
class DifferencesTest {

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @Test
    void pageTellsWhatIsNewHoweverOftenItIsMade() throws IOException {
        wheel("six", "1.16.0").header("License", "MIT").in(basedir.resolve("wheels"));
        wheel("pytz", "2024.2").in(basedir.resolve("wheels"));
        assertThat(page("six", "pytz"))
                .contains("<h1>Layer data</h1>", "<td>1.16.0</td>", "<td>MIT</td>", "python3.13 on x86_64")
                .doesNotContain("Since the page before");
        assertThat(page("six", "pytz")).doesNotContain("Since the page before");
        wheel("six", "1.17.0").in(basedir.resolve("wheels"));
        wheel("demo", "1.0").in(basedir.resolve("wheels"));
        assertThat(page("six", "demo"))
                .contains("<h2>Since the page before</h2><ul><li>demo 1.0 is new</li>"
                        + "<li>six 1.16.0 is 1.17.0 now</li><li>pytz 2024.2 is gone</li>");
        assertThat(page("six", "demo")).contains("<li>demo 1.0 is new</li>");
        assertThat(log.events()).endsWith("wrotePage index.html");
    }

    private String page(String... requirements) throws IOException {
        Path page = basedir.resolve("target/lambda-layer/index.html");
        LayerSpec spec = TestSpecs.in(basedir).requiring(requirements).spec();
        build.report(Map.of(spec, build.assemble(spec)), page);
        return Files.readString(page);
    }
}
