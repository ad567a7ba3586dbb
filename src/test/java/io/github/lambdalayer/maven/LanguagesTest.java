package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.runtimes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.layer.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers of Java and of Node.js. */
class LanguagesTest {

    private static final ParameterTree JAVA = ParameterTree.text("language", "java");
    private static final ParameterTree NODEJS = ParameterTree.text("language", "nodejs");

    @TempDir
    private Path basedir;

    private final FakeArtifacts artifacts = new FakeArtifacts();

    private SpecReading reading() {
        return new SpecReading(basedir, artifacts);
    }

    @Test
    void languageThatIsNoneIsToldOnce() {
        reading()
                .assertFails(
                        """
                <language> is "ruby"; it must be python, java or nodejs.
                see problems.html#bad-parameter""",
                        ParameterTree.text("language", "ruby"),
                        ParameterTree.text("runtimes", "python3.13"),
                        ParameterTree.text("requirements", "six"));
    }

    @Test
    void layerOfJavaHasTheJarsOfTheClasspath() throws IOException {
        jar("com.acme:one:jar:1.0", "one-1.0.jar");
        jar("com.acme:two:jar:2.0", "two-2.0.jar");
        LayerSpec spec = reading().read(JAVA, runtimes("java17", "java21")).get(0);
        assertThat(spec).hasToString("data for java17, java21 on x86_64");
        Path copies = basedir.resolve("target/lambda-layer/jars");
        assertThat(spec.contents().ownFiles()).containsExactly(new FileTree(copies, "java/lib", List.of(), List.of()));
        assertThat(names(copies)).containsExactly("one-1.0.jar", "two-2.0.jar");
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "WHEELS"})
    void whoMakesNoLayerAsksForNoJars(Dependencies needs) {
        SpecReading reading = new SpecReading(basedir, new NotPackedYet(), needs);
        assertThat(reading.read(JAVA, runtimes("java21")))
                .extracting(LayerSpec::toString)
                .containsExactly("data for java21 on x86_64");
        assertThat(basedir.resolve("target")).doesNotExist();
    }

    @Test
    void whoDeletesOldVersionsNeedsNoFolderOfNpm() {
        assertThat(new SpecReading(basedir, artifacts, Dependencies.NONE).read(NODEJS, runtimes("nodejs22.x")))
                .extracting(LayerSpec::toString)
                .containsExactly("data for nodejs22.x on x86_64");
    }

    @Test
    void jarsOfAFolderGoThereToo() throws IOException {
        Files.createDirectories(basedir.resolve("libs"));
        LayerSpec spec = reading()
                .read(JAVA, runtimes("java21"), ParameterTree.text("sourceDirectory", "libs"))
                .get(0);
        assertThat(spec.contents().ownFiles())
                .containsExactly(new FileTree(basedir.resolve("libs"), "java/lib", List.of(), List.of()));
    }

    @Test
    void layerOfNodejsHasAFolderWithoutTheLinksOfNpm() throws IOException {
        Files.createDirectories(basedir.resolve("node_modules"));
        LayerSpec spec = reading().read(NODEJS, runtimes("nodejs22.x")).get(0);
        assertThat(spec.contents().ownFiles())
                .containsExactly(new FileTree(
                        basedir.resolve("node_modules"), "nodejs/node_modules", List.of(), List.of("**/.bin/**")));
    }

    @Test
    void newRuntimeIsDescribedByItsGlibc() throws IOException {
        Files.createDirectories(basedir.resolve("node_modules"));
        assertThat(reading().read(NODEJS, runtimes("nodejs26.x"), ParameterTree.text("glibc", "2.34")))
                .extracting(LayerSpec::toString)
                .containsExactly("data for nodejs26.x on x86_64");
    }

    @Test
    void javaWithoutJars() {
        reading().assertFails("""
                The layer would be empty: there are no dependencies and no own files.
                hint: a <dependency> of the scope compile or runtime
                see problems.html#missing-parameter""", JAVA, runtimes("java21"));
    }

    @Test
    void nodejsWithoutAFolder() {
        reading().assertFails("""
                The layer would be empty: there is no folder of npm and no own files.
                hint: npm ci, which makes the folder node_modules
                hint: or <sourceDirectory> with another such folder
                see problems.html#missing-parameter""", NODEJS, runtimes("nodejs22.x"));
    }

    @Test
    void runtimeOfAnotherLanguage() {
        jar("com.acme:one:jar:1.0", "one-1.0.jar");
        reading().assertFails("""
                <runtime> 1: "python3.13" is not a known runtime: java8, java8.al2, java8.al2023, java11, java11.al2023, \
                java17, java17.al2023, java21, java25.
                hint: a layer for it needs <language>python</language>
                see problems.html#unknown-runtime""", JAVA, runtimes("python3.13"));
    }

    @Test
    void requirementsAreForPython() {
        jar("com.acme:one:jar:1.0", "one-1.0.jar");
        reading().assertFails("""
                <requirements> is for layers of python, and this is one of java.
                hint: leave it out, or empty where it stands outside of <layers>: <requirements/>
                see problems.html#bad-parameter""", JAVA, runtimes("java21"), ParameterTree.list("requirements", List.of("six")));
    }

    @Test
    void noRuntime() {
        jar("com.acme:one:jar:1.0", "one-1.0.jar");
        reading().assertFails("""
                No runtime is given.
                hint: <runtimes><runtime>java25</runtime></runtimes> in the plugin's <configuration>
                hint: or -Dlambda-layer.runtimes=java25
                see problems.html#missing-parameter""", JAVA);
    }

    @Test
    void twoJarsOfOneName() {
        jar("com.acme:one:jar:1.0", "one-1.0.jar");
        jar("org.other:one:jar:1.0", "one-1.0.jar");
        reading().assertFails("""
                The dependencies com.acme:one:jar:1.0 and org.other:one:jar:1.0 would both be java/lib/one-1.0.jar.
                hint: leave one of them out with an <exclusion>
                see problems.html#shared-file""", JAVA, runtimes("java21"));
    }

    private void jar(String coordinates, String name) {
        try {
            Path folder = Files.createDirectories(basedir.resolve(coordinates.replace(':', '/')));
            artifacts.jar(coordinates, Files.writeString(folder.resolve(name), "jar"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
