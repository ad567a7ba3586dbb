package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.LayerResult.ToldPackage;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.SlimPreset;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerBuildTest {

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @Test
    void folderOfWheelsBecomesALayer() throws IOException {
        wheels(wheel("demo", "1.0").requires("six"), wheel("six", "1.16.0"));
        LayerResult result = build.assemble(layer("demo").spec());
        assertThat(log.events())
                .containsExactly(
                        "begins data for python3.13 on x86_64",
                        "resolved 2",
                        "warned There is no pylock.toml, so this build can change from day to day;"
                                + " mvn lambda-layer:lock writes one.",
                        "fetched 2 cached 0",
                        "audited []",
                        "wrote data.zip");
        assertThat(result.packages())
                .extracting(ToldPackage::name, ToldPackage::requiredBy)
                .containsExactly(tuple("demo", List.of()), tuple("six", List.of("demo")));
        assertThat(names()).contains("python/demo/__init__.py", "python/six/__init__.py");
        assertThat(output("pylock.data.toml")).exists();
    }

    @Test
    void whatIsStillRightIsNotDoneAgain() {
        wheels(wheel("six", "1.16.0"));
        LayerResult first = build.assemble(layer("six").spec());
        log.take();
        assertThat(build.assemble(layer("six").spec())).isEqualTo(first);
        assertThat(log.events()).containsExactly("begins data for python3.13 on x86_64", "reused data.zip");
    }

    @Test
    void zipThatWasTouchedIsMadeAgain() throws IOException {
        wheels(wheel("six", "1.16.0"));
        LayerResult first = build.assemble(layer("six").spec());
        Files.writeString(output("data.zip"), "something else");
        log.take();
        assertThat(build.assemble(layer("six").spec()).sha256()).isEqualTo(first.sha256());
        assertThat(log.events()).contains("fetched 0 cached 1", "wrote data.zip");
    }

    @Test
    void lockIsReadWhereThereIsOne() {
        wheels(wheel("demo", "1.0").requires("six"), wheel("six", "1.16.0"));
        build.lock(layer("demo").spec(), Upgrade.NOTHING);
        wheels(wheel("six", "1.17.0"));
        log.take();
        build.assemble(layer("demo").locked().spec());
        assertThat(log.events())
                .containsExactly(
                        "begins data for python3.13 on x86_64",
                        "locked 2 pylock.toml",
                        "fetched 2 cached 0",
                        "audited []",
                        "wrote data.zip");
        assertThat(output("pylock.data.toml")).content().contains("six-1.16.0").doesNotContain("six-1.17.0");
    }

    @Test
    void lockKeepsWhatItHoldsUnlessToldOtherwise() {
        wheels(wheel("six", "1.16.0"));
        build.lock(layer("six").spec(), Upgrade.NOTHING);
        wheels(wheel("six", "1.17.0"));
        log.take();
        build.lock(layer("six").spec(), Upgrade.NOTHING);
        build.lock(layer("six").spec(), Upgrade.ALL);
        assertThat(log.events()).contains("wroteLock pylock.toml 1 false", "wroteLock pylock.toml 1 true");
        assertThat(basedir.resolve("pylock.toml")).content().contains("six-1.17.0");
    }

    @Test
    void layerThatRequiresNothingNeedsNoLock() throws IOException {
        Files.writeString(Files.createDirectories(basedir.resolve("src")).resolve("app.py"), "x = 1\n");
        LayerSpec own = layer().locked()
                .with(new Contents(
                        Layout.AUTO,
                        List.of(FileTree.python(basedir.resolve("src"))),
                        List.of(),
                        List.of(),
                        Map.of(),
                        1 << 20))
                .spec();
        assertThat(build.lock(own, Upgrade.NOTHING)).isEmpty();
        assertThat(log.events()).contains("skipped the lock: nothing is required");
        assertThat(build.assemble(own).packages()).isEmpty();
        assertThat(basedir.resolve("pylock.toml")).doesNotExist();
    }

    @Test
    void lockTellsWhatItHeldAndWhatItHolds() {
        wheels(wheel("six", "1.16.0"), wheel("pytz", "2024.2"));
        build.lock(layer("six").spec(), Upgrade.NOTHING);
        Set<PackageName> known = build.lock(layer("pytz").spec(), Upgrade.NOTHING);
        assertThat(known).containsExactlyInAnyOrder(PackageName.of("six"), PackageName.of("pytz"));
        assertThat(Upgrade.of(Set.of(PackageName.of("pytz"), PackageName.of("zope"), PackageName.of("acme")))
                        .unknown(known))
                .containsExactly(PackageName.of("acme"), PackageName.of("zope"));
    }

    @Test
    void lockThatIsOutOfDateIsAFailure() {
        wheels(wheel("six", "1.16.0"), wheel("pytz", "2024.2"));
        build.lock(layer("six").spec(), Upgrade.NOTHING);
        assertFails(layer("six", "pytz"), """
                pylock.toml is out of date:
                  requirement pytz was added

                hint: mvn lambda-layer:lock
                see problems.html#lock-out-of-date""");
    }

    @Test
    void lockCanBeAskedFor() {
        assertFails(layer("six").locked(), """
                There is no pylock.toml, and <locked> asks for one.
                hint: mvn lambda-layer:lock
                see problems.html#no-lock""");
    }

    @Test
    void runtimesWithOtherWheelsHaveFoldersOfTheirOwn() throws IOException {
        wheels(wheel("fast", "1.0").tag("cp312-cp312-manylinux_2_17_x86_64"), wheel("six", "1.16.0"));
        wheels(wheel("fast", "1.0").tag("cp313-cp313-manylinux_2_17_x86_64"));
        build.assemble(layer("fast", "six")
                .on(
                        TestSpecs.target("python3.12", Architecture.X86_64),
                        TestSpecs.target("python3.13", Architecture.X86_64))
                .spec());
        assertThat(names())
                .contains(
                        "python/lib/python3.12/site-packages/fast/__init__.py",
                        "python/lib/python3.13/site-packages/six/__init__.py")
                .noneMatch(name -> name.startsWith("python/six"));
    }

    @Test
    void runtimesWithTheSameWheelsShareAFolder() throws IOException {
        wheels(wheel("six", "1.16.0"));
        build.assemble(layer("six")
                .on(
                        TestSpecs.target("python3.12", Architecture.X86_64),
                        TestSpecs.target("python3.13", Architecture.X86_64))
                .spec());
        assertThat(names()).contains("python/six/__init__.py");
    }

    @Test
    void nativeLayerIsNotUniversal() {
        wheels(
                wheel("fast", "1.0").tag("cp313-cp313-manylinux_2_17_x86_64"),
                wheel("fast", "1.0").tag("cp313-cp313-manylinux_2_17_aarch64"));
        assertFails(
                layer("fast")
                        .on(
                                TestSpecs.target("python3.13", Architecture.X86_64),
                                TestSpecs.target("python3.13", Architecture.ARM64)),
                """
                The layer cannot be for both architectures: fast-1.0-cp313-cp313-manylinux_2_17_x86_64.whl is for \
                x86_64 only.
                hint: leave out <universal>, so that each architecture has a layer of its own
                see problems.html#not-universal""");
    }

    @Test
    void collisionIsNotWritten() {
        wheels(
                wheel("one", "1.0").file("same.py", "a = 1\n"),
                wheel("two", "1.0").file("same.py", "a = 2\n"));
        assertThatThrownBy(() -> build.assemble(layer("one", "two").spec()))
                .isInstanceOfSatisfying(LayerException.class, e -> {
                    assertThat(e.code()).isEqualTo(BuildProblem.AUDIT_FAILED);
                    assertThat(e.sentence())
                            .isEqualTo("python/same.py differs between one-1.0-py3-none-any.whl and"
                                    + " two-1.0-py3-none-any.whl; the layer would have what is of"
                                    + " one-1.0-py3-none-any.whl.");
                });
        assertThat(output("data.zip")).doesNotExist();
        assertThat(output("data.json")).doesNotExist();
    }

    @Test
    void whatIsNotGraveIsToldWithWhatIs() {
        wheels(
                wheel("json", "1.0").file("same.py", "a = 1\n").file("json/__init__.py", ""),
                wheel("two", "1.0").file("same.py", "a = 2\n"));
        assertThatThrownBy(() -> build.assemble(layer("json", "two").spec())).isInstanceOf(LayerException.class);
        assertThat(log.events()).last().isEqualTo("audited [stdlib-shadow]");
    }

    @Test
    void aBuildThatFailsKeepsTheOldLayer() throws IOException {
        wheels(wheel("one", "1.0").file("same.py", "a = 1\n"));
        build.assemble(layer("one").spec());
        byte[] zip = Files.readAllBytes(output("data.zip"));
        byte[] json = Files.readAllBytes(output("data.json"));
        wheels(wheel("two", "1.0").file("same.py", "a = 2\n"));
        assertThatThrownBy(() -> build.assemble(layer("one", "two").spec())).isInstanceOf(LayerException.class);
        assertThat(output("data.zip")).hasBinaryContent(zip);
        assertThat(output("data.json")).hasBinaryContent(json);
    }

    @Test
    void whoeverReadsTheOldLayerGoesOnReadingIt() throws IOException {
        wheels(wheel("one", "1.0"));
        build.assemble(layer("one").spec());
        byte[] old = Files.readAllBytes(output("data.zip"));
        try (InputStream reader = Files.newInputStream(output("data.zip"))) {
            byte[] begun = reader.readNBytes(10);
            wheels(wheel("two", "1.0"));
            build.assemble(layer("one", "two").spec());
            assertThat(begun).isEqualTo(Arrays.copyOf(old, 10));
            assertThat(reader.readAllBytes()).isEqualTo(Arrays.copyOfRange(old, 10, old.length));
        }
        assertThat(names()).contains("python/two/__init__.py");
    }

    @Test
    void slimLeavesOut() throws IOException {
        wheels(wheel("six", "1.16.0").file("six.py", "").file("tests/test_six.py", ""));
        build.assemble(layer("six").with(without(SlimPreset.TESTS)).spec());
        assertThat(names()).contains("python/six.py").noneMatch(name -> name.contains("test_six"));
    }

    private static Contents without(SlimPreset preset) {
        Contents all = Contents.WHEELS_ONLY;
        return new Contents(all.layout(), List.of(), List.of(), List.of(preset), all.levels(), all.zippedLimit());
    }

    /** Compiled modules of a wheel never come into a layer, as no installer takes them. */
    @Test
    void whatIsLeftOutAnywayIsNoSaving() throws IOException {
        wheels(wheel("six", "1.16.0")
                .file("__pycache__/six.cpython-313.pyc", "12345")
                .file(".mypy_cache/six.json", "{}"));
        build.assemble(layer("six").with(without(SlimPreset.CACHES)).spec());
        assertThat(log.events()).contains("slimmed {caches=2}");
    }

    @Test
    void requirementsComeFromFilesToo() throws IOException {
        wheels(wheel("six", "1.16.0"), wheel("pytz", "2024.2"));
        Path file = Files.writeString(basedir.resolve("requirements.txt"), "pytz\n");
        LayerResult result = build.assemble(
                TestSpecs.in(basedir).wanting(withFile("six", file)).spec());
        assertThat(result.packages()).extracting(ToldPackage::name).containsExactly("pytz", "six");
    }

    @Test
    void wheelThatARequirementsFileDoesNotNameIsRefused() throws IOException {
        wheels(wheel("six", "1.16.0"));
        Path file = Files.writeString(
                basedir.resolve("requirements.txt"), "six==1.16.0 --hash=sha256:" + "0".repeat(64) + "\n");
        assertFails(TestSpecs.in(basedir).wanting(withFile("six", file)), """
                six-1.16.0-py3-none-any.whl is not among the files whose digests the requirements name.
                hint: name its sha256 too, or let the tool that wrote the requirements write them anew
                see problems.html#other-digest""");
    }

    /** Of a wheel that each of two files has another digest of, both are not content with any. */
    @Test
    void filesThatAgreeOnNoDigestAgreeOnNoWheel() throws IOException {
        WheelBuilder six = wheel("six", "1.16.0");
        wheels(six);
        Path[] files = new Path[2];
        for (int i = 0; i < 2; i++) {
            String digest = i == 0 ? six.sha256() : "0".repeat(64);
            files[i] = Files.writeString(
                    basedir.resolve(i + ".txt"), "--no-require-hashes\nsix==1.16.0 --hash=sha256:" + digest + "\n");
        }
        assertFails(
                TestSpecs.in(basedir)
                        .wanting(WantedBuilder.like(withFile("six", files[0]))
                                .files(files)
                                .build()),
                """
                six-1.16.0-py3-none-any.whl is not among the files whose digests the requirements name.
                hint: name its sha256 too, or let the tool that wrote the requirements write them anew
                see problems.html#other-digest""");
    }

    @ParameterizedTest
    @CsvSource({"Pipfile.lock, {}", "setup.cfg, [options]", "pdm.lock, [[package]]|[metadata]|lock_version='4.5'"})
    void otherFilesAreNotUnderstood(String name, String text) throws IOException {
        Path file = Files.writeString(basedir.resolve(name), text.replace('|', '\n'));
        assertFails(TestSpecs.in(basedir).wanting(withFile("six", file)), name + """
                 is neither a requirements.txt nor a pyproject.toml, nor a lock that is read here: pylock.toml, uv.lock or poetry.lock.
                hint: let the tool that wrote it make a pylock.toml, or a requirements.txt with --hash
                see problems.html#bad-requirements-file""");
    }

    private TestSpecs layer(String... requirements) {
        return TestSpecs.in(basedir).requiring(requirements);
    }

    private Wanted withFile(String requirement, Path file) {
        return WantedBuilder.like(layer(requirement).spec().wanted())
                .files(file)
                .build();
    }

    private void wheels(WheelBuilder... wheels) {
        Stream.of(wheels).forEach(each -> each.in(basedir.resolve("wheels")));
    }

    private void assertFails(TestSpecs specs, String block) {
        assertThatThrownBy(() -> build.assemble(specs.spec()))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(block));
    }

    private Path output(String name) {
        return basedir.resolve("target/lambda-layer").resolve(name);
    }

    private List<String> names() throws IOException {
        try (ZipFile zip = new ZipFile(output("data.zip").toFile())) {
            return zip.stream().map(Object::toString).toList();
        }
    }
}
