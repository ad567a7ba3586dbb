package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.build.LayerResult.InstalledPackage;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layers base (pandas) and web (demo), of which web leaves to base what that has. */
class SharingTest {

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @BeforeEach
    void wheels() {
        Path wheels = basedir.resolve("wheels");
        wheel("pandas", "2.2").requires("numpy", "six").in(wheels);
        wheel("numpy", "1.26").in(wheels);
        wheel("numpy", "2.1").in(wheels);
        wheel("six", "1.16.0").in(wheels);
        wheel("demo", "1.0").requires("numpy<2", "six", "pytz").in(wheels);
        wheel("pytz", "2024.2").in(wheels);
    }

    @Test
    void whatAnotherLayerHoldsIsLeftOut() {
        LayerSpec web = spec(wanted("demo").with(requirements("pandas"), requirements("pandas")));
        assertThat(packages(build.assemble(web))).containsExactly("demo 1.0", "pytz 2024.2");
        log.take();
        build.check(web, Optional.empty(), Trial.NOTHING);
        assertThat(log.events()).endsWith("checked data.zip: 0 []");
    }

    @Test
    void layerThatProvidesHasTheSameVersions() {
        LayerSpec base = spec(wanted("pandas").with(requirements("demo"), List.of()));
        assertThat(packages(build.assemble(base))).containsExactly("numpy 1.26", "pandas 2.2", "six 1.16.0");
    }

    @Test
    void lockOfEachHoldsBoth() {
        LayerSpec web = spec(wanted("demo").with(requirements("pandas"), requirements("pandas")));
        build.lock(web, Upgrade.NOTHING);
        assertThat(basedir.resolve("pylock.toml")).content().contains("numpy-1.26", "demo-1.0", "pandas-2.2");
        assertThat(packages(build.assemble(web))).containsExactly("demo 1.0", "pytz 2024.2");
    }

    private LayerSpec spec(Wanted wanted) {
        return TestSpecs.in(basedir).wanting(wanted).spec();
    }

    private static Wanted wanted(String... requirements) {
        return Wanted.of(requirements(requirements));
    }

    private static List<Requirement> requirements(String... requirements) {
        return Stream.of(requirements).map(Requirement::parse).toList();
    }

    private static List<String> packages(LayerResult result) {
        return result.packages().stream().map(SharingTest::told).toList();
    }

    private static String told(InstalledPackage each) {
        return each.name() + " " + each.version();
    }
}
