package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.name.PackageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    private Path basedir;

    private Path module;
    private String before = "";

    @BeforeEach
    void sixOnPython313() throws IOException {
        module = Files.writeString(
                Files.createDirectories(basedir.resolve("src")).resolve("own.py"), "x = 1\n");
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        before = digest(six());
    }

    @Test
    void staysTheSame() {
        assertThat(before).hasSize(64).isEqualTo(digest(six()));
    }

    @Test
    void anotherRequirementIsAnotherLayer() {
        assertThat(digest(six().requiring("six>=1"))).isNotEqualTo(before);
    }

    @Test
    void anotherRuntimeOrArchitectureIsAnotherLayer() {
        assertThat(digest(six().on(TestSpecs.target("python3.12", Architecture.X86_64))))
                .isNotEqualTo(before);
        assertThat(digest(six().on(TestSpecs.target("python3.13", Architecture.ARM64))))
                .isNotEqualTo(before);
    }

    @Test
    void anotherPluginBuildsAnew() {
        assertThat(Inputs.of(six().spec(), "0.2.0")).isNotEqualTo(before);
    }

    @Test
    void ownFileThatChangedIsAnotherLayer() throws IOException {
        Files.writeString(module, "x = 2\n");
        assertThat(digest(six())).isNotEqualTo(before);
    }

    @Test
    void whatPythonLeavesAmongOwnFilesChangesNothing() throws IOException {
        Files.writeString(
                Files.createDirectories(module.resolveSibling("__pycache__")).resolve("own.bin"), "x");
        Files.writeString(module.resolveSibling("own.pyc"), "x");
        assertThat(digest(six())).isEqualTo(before);
    }

    @Test
    void wheelThatWasMadeAnewIsAnotherLayer() throws IOException {
        Path wheel = basedir.resolve("wheels/six-1.16.0-py3-none-any.whl");
        Files.setLastModifiedTime(wheel, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(digest(six())).isNotEqualTo(before);
    }

    /** Builds that are reproducible give all files one time, and a digit more or less seldom changes a size. */
    @Test
    void otherWheelOfTheSameSizeAndTimeIsAnotherLayer() throws IOException {
        Path wheel = basedir.resolve("wheels/six-1.16.0-py3-none-any.whl");
        FileTime time = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(wheel, time);
        String made = digest(six());
        byte[] other = Files.readAllBytes(wheel);
        other[other.length / 2] ^= 1;
        Files.setLastModifiedTime(Files.write(wheel, other), time);
        assertThat(digest(six())).isNotEqualTo(made);
    }

    @Test
    void ownFileThatWasMovedIsAnotherLayer() throws IOException {
        Files.move(module, module.resolveSibling("other.py"));
        assertThat(digest(six())).isNotEqualTo(before);
    }

    @Test
    void lockThatChangedIsAnotherLayer() throws IOException {
        Files.writeString(basedir.resolve("pylock.toml"), "lock-version = '1.0'\n");
        assertThat(digest(six())).isNotEqualTo(before);
    }

    @Test
    void newWheelInAFolderIsLookedAt() {
        wheel("six", "1.17.0").in(basedir.resolve("wheels"));
        assertThat(digest(six())).isNotEqualTo(before);
    }

    @Test
    void includedRequirementsThatChangedAreAnotherLayer() throws IOException {
        Path base = Files.writeString(basedir.resolve("base.txt"), "six==1.16.0\n");
        String included = digest(fromFile("-r base.txt\n"));
        assertThat(digest(fromFile("-r base.txt\n"))).isEqualTo(included);
        Files.writeString(base, "six==1.17.0\n");
        assertThat(digest(fromFile("-r base.txt\n"))).isNotEqualTo(included);
    }

    @Test
    void constraintsThatChangedAreAnotherLayer() throws IOException {
        Path limits = Files.writeString(basedir.resolve("limits.txt"), "six<2\n");
        String limited = digest(fromFile("six\n-c limits.txt\n"));
        Files.writeString(limits, "six<1.17\n");
        assertThat(digest(fromFile("six\n-c limits.txt\n"))).isNotEqualTo(limited);
    }

    @Test
    void commentOfARequirementsFileIsNoOtherLayer() throws IOException {
        String plain = digest(fromFile("six\n"));
        assertThat(digest(fromFile("# why: none\nsix\n"))).isEqualTo(plain);
    }

    @Test
    void packagesThatBelongToOneIndexMakeAnotherLayer() {
        LayerSpec spec = six().spec();
        String free = Inputs.of(spec, "0.1.0");
        IndexSettings pinned = spec.indexes().withPinned(Map.of(PackageName.of("six"), "acme"));
        assertThat(Inputs.of(six().from(pinned).spec(), "0.1.0")).isNotEqualTo(free);
    }

    @Test
    void anotherWayToAwsIsLookedAt() {
        Contents viaBucket = new Contents(
                Layout.AUTO,
                List.of(FileTree.python(basedir.resolve("src"))),
                List.of(),
                List.of(),
                Map.of(),
                Long.MAX_VALUE);
        assertThat(digest(six().with(viaBucket))).isNotEqualTo(before);
    }

    private TestSpecs fromFile(String text) throws IOException {
        Path file = Files.writeString(basedir.resolve("requirements.txt"), text);
        return six().wanting(WantedBuilder.wanted().files(file).build());
    }

    private TestSpecs six() {
        Contents contents = new Contents(
                Layout.AUTO, List.of(FileTree.python(basedir.resolve("src"))), List.of(), List.of(), Map.of(), 1);
        return TestSpecs.in(basedir).requiring("six").with(contents);
    }

    private static String digest(TestSpecs specs) {
        return Inputs.of(specs.spec(), "0.1.0");
    }
}
