package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.LayerResult.ToldPackage;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        LayerSpec web = spec(sharing("demo", "pandas"));
        assertThat(packages(build.assemble(web))).containsExactly("demo 1.0", "pytz 2024.2");
        log.take();
        build.check(web, Optional.empty(), Trial.NOTHING);
        assertThat(log.events()).endsWith("checked data.zip: 0 []");
    }

    @Test
    void layerThatProvidesHasTheSameVersions() {
        LayerSpec base = spec(wanted("pandas").with(List.of(wanted("pandas"), wanted("demo")), List.of()));
        assertThat(packages(build.assemble(base))).containsExactly("numpy 1.26", "pandas 2.2", "six 1.16.0");
    }

    @Test
    void lockOfEachHoldsBoth() {
        LayerSpec web = spec(sharing("demo", "pandas"));
        build.lock(web, Upgrade.NOTHING);
        assertThat(basedir.resolve("pylock.toml")).content().contains("numpy-1.26", "demo-1.0", "pandas-2.2");
        assertThat(packages(build.assemble(web))).containsExactly("demo 1.0", "pytz 2024.2");
    }

    /** What either layer's files and constraints say counts for both. */
    @Test
    void requirementsFilesAndConstraintsAreResolvedTogether() throws IOException {
        Files.writeString(basedir.resolve("base.txt"), "pandas\nnumpy!=1.26\n");
        Files.writeString(basedir.resolve("web.txt"), "demo2\n");
        wheel("demo2", "1.0").requires("numpy", "pytz").in(basedir.resolve("wheels"));
        wheel("numpy", "2.2").in(basedir.resolve("wheels"));
        Wanted base = withFiles("base.txt");
        Wanted web = constrained("numpy<2.2", "web.txt");
        LayerSpec first = spec(base.with(List.of(base, web), List.of()));
        LayerSpec second = spec(web.with(List.of(base, web), List.of(base)));
        assertThat(packages(build.assemble(first))).containsExactly("numpy 2.1", "pandas 2.2", "six 1.16.0");
        assertThat(packages(build.assemble(second))).containsExactly("demo2 1.0", "pytz 2024.2");
    }

    @Test
    void whatOnlyOneLayerExcludesTheOtherHas() {
        Wanted base = excluding("six", "pandas");
        Wanted web = wanted("demo");
        assertThat(packages(build.assemble(spec(base.with(List.of(base, web), List.of())))))
                .containsExactly("numpy 1.26", "pandas 2.2");
        assertThat(packages(build.assemble(spec(web.with(List.of(base, web), List.of(base))))))
                .containsExactly("demo 1.0", "pytz 2024.2", "six 1.16.0");
    }

    @Test
    void requirementForAnotherSystemIsNotWhatALayerAsksFor() {
        Wanted base = wanted("pandas");
        Wanted web = wanted("demo", "numpy; sys_platform == 'win32'", "pandas; sys_platform == 'win32'");
        assertThat(packages(build.assemble(spec(web.with(List.of(base, web), List.of())))))
                .containsExactly("demo 1.0", "numpy 1.26", "pytz 2024.2", "six 1.16.0");
    }

    @Test
    void layersOfOneLockShareIt() throws IOException {
        uvLock();
        Wanted base = withFiles("uv.lock");
        Wanted web = withExtra("more", "uv.lock");
        LayerSpec second = spec(web.with(List.of(base, web), List.of(base)));
        assertThat(packages(build.assemble(spec(base.with(List.of(base, web), List.of())))))
                .containsExactly("pytz 2024.2");
        assertThat(packages(build.assemble(second))).containsExactly("six 1.16.0");
        assertThat(log.events()).contains("locked 2 uv.lock");
    }

    @Test
    void layersOfTwoLocksCannotShare() throws IOException {
        uvLock();
        Files.copy(
                basedir.resolve("uv.lock"),
                Files.createDirectory(basedir.resolve("other")).resolve("uv.lock"));
        Wanted base = withFiles("uv.lock");
        Wanted web = withFiles("other/uv.lock");
        assertThatThrownBy(() -> build.assemble(spec(web.with(List.of(base, web), List.of(base)))))
                .hasMessage("Both " + basedir.resolve("uv.lock") + " and " + basedir.resolve("other/uv.lock")
                        + " are among the <requirementsFiles>, and only one can be the lock.");
    }

    /** As pip and uv write it: no package says what it asks for. */
    @Test
    void lockThatSaysNothingOfDependenciesIsDividedByTheWheels() throws IOException {
        StringBuilder lock = new StringBuilder("lock-version = \"1.0\"\ncreated-by = \"pip\"\n");
        for (String wheel : List.of("demo-1.0", "numpy-1.26", "pandas-2.2", "pytz-2024.2", "six-1.16.0")) {
            lock.append("""
                    [[packages]]
                    name = "%s"
                    version = "%s"
                    wheels = [{ path = "wheels/%s-py3-none-any.whl", hashes = { sha256 = "%s" } }]
                    """.formatted(name(wheel), version(wheel), wheel, sha256(wheel)));
        }
        Files.writeString(basedir.resolve("pylock.toml"), lock);
        Wanted base = wanted("pandas");
        Wanted web = withFiles("pylock.toml");
        LayerResult first = build.assemble(spec(base.with(List.of(base, web), List.of())));
        assertThat(packages(first)).containsExactly("numpy 1.26", "pandas 2.2", "six 1.16.0");
        assertThat(first.packages().get(0).requiredBy()).containsExactly("pandas");
        assertThat(packages(build.assemble(spec(web.with(List.of(base, web), List.of(base))))))
                .containsExactly("demo 1.0", "pytz 2024.2");
    }

    @Test
    void groupsOfAPoetryLockAreLayersThatShare() throws IOException {
        StringBuilder lock = new StringBuilder();
        List.of("demo-1.0 web", "numpy-1.26 main web", "pandas-2.2 main", "pytz-2024.2 web", "six-1.16.0 main web")
                .forEach(row -> lock.append(poetryPackage(row)));
        lock.append("[metadata]\nlock-version = \"2.1\"\npython-versions = \">=3.9\"\n");
        Files.writeString(basedir.resolve("poetry.lock"), lock);
        Wanted base = withFiles("poetry.lock");
        Wanted web = withGroup("web", "poetry.lock");
        assertThat(packages(build.assemble(spec(base.with(List.of(base, web), List.of())))))
                .containsExactly("numpy 1.26", "pandas 2.2", "six 1.16.0");
        assertThat(packages(build.assemble(spec(web.with(List.of(base, web), List.of(base))))))
                .containsExactly("demo 1.0", "pytz 2024.2");
    }

    private String poetryPackage(String row) {
        String[] words = row.split(" ");
        String groups = Stream.of(words).skip(1).map(group -> '"' + group + '"').collect(Collectors.joining(", "));
        return """
                [[package]]
                name = "%s"
                version = "%s"
                groups = [%s]
                files = [{file = "%s-py3-none-any.whl", hash = "sha256:%s"}]
                """.formatted(name(words[0]), version(words[0]), groups, words[0], sha256(words[0]));
    }

    private static String name(String wheel) {
        return wheel.substring(0, wheel.indexOf('-'));
    }

    private static String version(String wheel) {
        return wheel.substring(wheel.indexOf('-') + 1);
    }

    private String sha256(String wheel) {
        return Sha256.of(bytes(basedir.resolve("wheels/" + wheel + "-py3-none-any.whl")));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void uvLock() throws IOException {
        Files.writeString(basedir.resolve("uv.lock"), """
                version = 1
                requires-python = ">=3.9"
                [[package]]
                name = "app"
                version = "1"
                source = { virtual = "." }
                dependencies = [{ name = "pytz" }]
                [package.optional-dependencies]
                more = [{ name = "six" }]
                [[package]]
                name = "pytz"
                version = "2024.2"
                source = { registry = "wheels" }
                wheels = [{ path = "pytz-2024.2-py3-none-any.whl", hash = "sha256:%s" }]
                [[package]]
                name = "six"
                version = "1.16.0"
                source = { registry = "wheels" }
                wheels = [{ path = "six-1.16.0-py3-none-any.whl", hash = "sha256:%s" }]
                """.formatted(
                        wheel("pytz", "2024.2").sha256(), wheel("six", "1.16.0").sha256()));
    }

    private Wanted withFiles(String... files) {
        return wanted(files, List.of(), List.of(), Set.of());
    }

    private Wanted withGroup(String group, String... files) {
        return WantedBuilder.like(withFiles(files))
                .groups(List.of(ExtraName.of(group)))
                .build();
    }

    private Wanted withExtra(String extra, String... files) {
        return wanted(files, List.of(ExtraName.of(extra)), List.of(), Set.of());
    }

    private Wanted constrained(String constraint, String... files) {
        return wanted(files, List.of(), requirements(constraint), Set.of());
    }

    private Wanted excluding(String name, String... requirements) {
        return wanted(new String[0], List.of(), List.of(), Set.of(PackageName.of(name)))
                .requiring(requirements(requirements));
    }

    private Wanted wanted(
            String[] files, List<ExtraName> extras, List<Requirement> constraints, Set<PackageName> excluded) {
        return WantedBuilder.wanted()
                .files(Stream.of(files).map(basedir::resolve).toArray(Path[]::new))
                .extras(extras)
                .constraints(constraints)
                .excluded(excluded)
                .build();
    }

    private LayerSpec spec(Wanted wanted) {
        return TestSpecs.in(basedir).wanting(wanted).spec();
    }

    /** What a layer asks for that leaves to another what that asks for. */
    private static Wanted sharing(String own, String ofTheOther) {
        return wanted(own).with(List.of(wanted(ofTheOther), wanted(own)), List.of(wanted(ofTheOther)));
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

    private static String told(ToldPackage each) {
        return each.name() + " " + each.version();
    }
}
