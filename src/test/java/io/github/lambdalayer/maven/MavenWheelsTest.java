package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.requirements;
import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenWheelsTest {

    private static final ParameterTree RUNTIME = ParameterTree.list("runtimes", List.of("python3.13"));

    @TempDir
    private Path basedir;

    private final FakeArtifacts artifacts = new FakeArtifacts();

    private SpecReading reading() {
        return new SpecReading(basedir, artifacts);
    }

    @Test
    void wheelIsRequiredAndFoundUnderItsOwnName() throws IOException {
        deployed(
                "com.acme:demo:whl:1.0",
                wheel("my.demo", "1.0").tag("py2.py3-none-any").wheelText(text -> text + "Build: 7x\n"));
        LayerSpec spec = reading().read(RUNTIME, requirements("six")).get(0);
        assertThat(spec.wanted().requirements()).extracting(Object::toString).containsExactly("six", "my-demo==1.0");
        assertThat(spec.indexes().findLinks()).containsExactly(basedir.resolve("target/lambda-layer/wheels"));
        assertThat(names("target/lambda-layer/wheels")).containsExactly("my.demo-1.0-7x-py2.py3-none-any.whl");
    }

    @Test
    void whoNeedsNoWheelsAsksForNone() {
        SpecReading reading = new SpecReading(basedir, new NotPackedYet(), Dependencies.NONE);
        assertThat(reading.read(RUNTIME)).singleElement().satisfies(spec -> {
            assertThat(spec.wanted().requirements()).isEmpty();
            assertThat(spec.indexes().findLinks()).isEmpty();
        });
        assertThat(basedir.resolve("target")).doesNotExist();
    }

    @Test
    void wheelAloneMakesALayer() {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0"));
        assertThat(reading().read(RUNTIME))
                .singleElement()
                .satisfies(spec -> assertThat(spec.wanted().requirements())
                        .extracting(Object::toString)
                        .containsExactly("demo==1.0"));
    }

    @Test
    void whatIsStillTheSameIsNotCopiedAgainAndOthersGo() throws IOException {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0"));
        reading().read(RUNTIME);
        Path copy = basedir.resolve("target/lambda-layer/wheels/demo-1.0-py3-none-any.whl");
        Object before = Files.readAttributes(copy, "unix:ino").get("ino");
        Files.createFile(copy.resolveSibling("old-0.1-py3-none-any.whl"));
        reading().read(RUNTIME);
        assertThat(Files.readAttributes(copy, "unix:ino")).containsEntry("ino", before);
        assertThat(names("target/lambda-layer/wheels")).containsExactly("demo-1.0-py3-none-any.whl");
    }

    @Test
    void requirementThatTheWheelSatisfiesStays() {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0"));
        assertThat(reading()
                        .read(RUNTIME, requirements("Demo[extra]>=1"))
                        .get(0)
                        .wanted()
                        .requirements())
                .extracting(Object::toString)
                .containsExactly("Demo[extra]>=1", "demo==1.0");
    }

    @Test
    void oneOfSeveralLayersHasTheWheelsThatItRequires() {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0"));
        List<LayerSpec> specs = reading()
                .read(RUNTIME, new ParameterTree("layers", "", List.of(layer("a", "six"), layer("b", "demo"))));
        assertThat(specs)
                .extracting(spec -> spec.wanted().requirements().toString())
                .containsExactly("[six]", "[demo, demo==1.0]");
    }

    @Test
    void noWheel() throws IOException {
        Path page = Files.writeString(basedir.resolve("demo-1.0.whl"), "<html>log in</html>");
        artifacts.wheel("com.acme:demo:whl:1.0", page);
        reading().assertFails("""
                com.acme:demo:whl:1.0: this is no zip archive; it looks like an HTML page.
                hint: check that the address gives the file itself, and not a page to log in
                see problems.html#not-a-zip""", RUNTIME, requirements("six"));
    }

    @Test
    void archiveThatIsNoWheel() {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0").withoutDistInfo());
        reading().assertFails("""
                com.acme:demo:whl:1.0 is not a wheel: it has no folder dist-info with a file WHEEL.
                hint: see that the file that was deployed is one, as pip wheel makes them
                see problems.html#bad-wheel""", RUNTIME, requirements("six"));
    }

    @Test
    void wheelWithoutTags() {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0").wheelText(text -> "Wheel-Version: 1.0\n"));
        reading().assertFails("""
                com.acme:demo:whl:1.0 is not a wheel: its file WHEEL has no line Tag.
                hint: see that the file that was deployed is one, as pip wheel makes them
                see problems.html#bad-wheel""", RUNTIME, requirements("six"));
    }

    @Test
    void wheelForSomethingElse() {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0").tag("cp38-cp38-macosx_10_9_x86_64"));
        reading().assertFails("""
                The dependency com.acme:demo:whl:1.0 is demo-1.0-cp38-cp38-macosx_10_9_x86_64.whl, which does not fit \
                python3.13 on x86_64: it is for macOS, wanted Linux with glibc.
                hint: deploy the wheel for it too, for example under a classifier, and depend on that
                see problems.html#wrong-wheel""", RUNTIME, requirements("six"));
    }

    @Test
    void oneOfTheWheelsOfAVersionFits() {
        deployed("com.acme:demo:whl:mac:1.0", wheel("demo", "1.0").tag("cp313-cp313-macosx_11_0_arm64"));
        deployed("com.acme:demo:whl:linux:1.0", wheel("demo", "1.0").tag("cp313-cp313-manylinux_2_28_x86_64"));
        assertThat(reading().read(RUNTIME)).hasSize(1);
    }

    @Test
    void requirementThatExcludesTheWheel() {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0"));
        reading().assertFails("""
                The pom requires demo>=2, and its dependency com.acme:demo:whl:1.0 is demo 1.0.
                hint: leave out one of them, or depend on the version that is required
                see problems.html#wrong-wheel""", RUNTIME, requirements("demo>=2"));
    }

    @Test
    void twoVersionsOfOnePackage() {
        deployed("com.acme:demo:whl:1.0", wheel("demo", "1.0"));
        deployed("com.acme:other:whl:2.0", wheel("Demo", "2.0"));
        reading().assertFails("""
                The dependencies com.acme:demo:whl:1.0 and com.acme:other:whl:2.0 are both of the package demo, in the \
                versions 1.0 and 2.0.
                hint: depend on one of them
                see problems.html#wrong-wheel""", RUNTIME);
    }

    private void deployed(String coordinates, WheelBuilder wheel) {
        try {
            String[] parts = coordinates.split(":", -1);
            Path folder = Files.createDirectories(basedir.resolve(String.join("/", parts)));
            artifacts.wheel(
                    coordinates,
                    Files.write(folder.resolve(parts[1] + "-" + parts[parts.length - 1] + ".whl"), wheel.bytes()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ParameterTree layer(String name, String requirement) {
        return new ParameterTree(
                "layer", "", List.of(ParameterTree.text("layerName", name), requirements(requirement)));
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(basedir.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
