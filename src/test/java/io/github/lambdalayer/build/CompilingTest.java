package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.Contents.Modules;
import io.github.lambdalayer.interpreter.LocalPython;
import io.github.lambdalayer.interpreter.PythonSearch;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.Unpacking;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With any Python of this machine that is one of Lambda's. */
class CompilingTest {

    private static final List<String> VERSIONS = List.of("3.13", "3.12", "3.11", "3.10");

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final Pythons here = new Pythons(List.of(), System.getenv());
    private String version = "3.13";
    private LocalPython python = new LocalPython(Path.of("none"), "3.13.0", "linux", "x86_64");

    @BeforeEach
    void wheelsAndOwnModules() throws IOException {
        wheel("demo", "1.0")
                .file("demo/core.py", "def f():\n    return __file__\n")
                .file("demo/template.py", "def {{ name }}(): pass\n")
                .in(basedir.resolve("wheels"));
        Files.createDirectories(basedir.resolve("src"));
        Files.writeString(basedir.resolve("src/own.py"), "import demo.core\nplace = demo.core.f()\n");
    }

    @Test
    void whatIsNotCompiledIsToldOnceAndWhereItIsMuch() throws IOException {
        build(Modules.SOURCES, Pythons.NONE);
        assertThat(log.take()).noneMatch(event -> event.startsWith("uncompiled"));
        for (int i = 0; i < 100; i++) {
            Files.writeString(basedir.resolve("src/m" + i + ".py"), "x = 1\n");
        }
        build(Modules.SOURCES, Pythons.NONE);
        assertThat(log.take()).anyMatch(event -> event.startsWith("uncompiled 10"));
        build(Modules.SOURCES, Pythons.NONE);
        assertThat(log.take()).noneMatch(event -> event.startsWith("uncompiled"));
    }

    @Test
    void compiledModulesStandBesideTheirSources() {
        findPython();
        List<String> paths = paths(build(Modules.BESIDE, here));
        String tag = ".cpython-" + version.replace(".", "") + ".pyc";
        assertThat(paths)
                .contains(
                        "python/demo/core.py",
                        "python/demo/__pycache__/core" + tag,
                        "python/demo/template.py",
                        "python/__pycache__/own" + tag)
                .doesNotContain("python/demo/__pycache__/template" + tag);
        assertThat(record(paths)).contains("demo/__pycache__/core" + tag + ",sha256=");
    }

    @Test
    void compiledModulesTakeThePlaceOfTheirSources() throws IOException {
        findPython();
        List<String> paths = paths(build(Modules.ONLY, here));
        assertThat(paths)
                .contains("python/demo/core.pyc", "python/demo/template.py", "python/own.pyc")
                .doesNotContain("python/demo/core.py", "python/own.py");
        assertThat(record(paths)).contains("demo/core.pyc,sha256=").doesNotContain("demo/core.py,");
        assertThat(log.events()).contains("compiled 2");
        assertThat(run("-I", "-S", "-c", "import sys; sys.path.insert(0, sys.argv[1]); import own; print(own.place)"))
                .isEqualTo(basedir.resolve("opt/python/demo/core.pyc").toString());
    }

    @Test
    void pythonTakesThemWithoutCompilingAgain() throws IOException {
        findPython();
        build(Modules.BESIDE, here);
        String told = run("-v", "-I", "-S", "-c", "import sys; sys.path.insert(0, sys.argv[1]); import own");
        assertThat(told)
                .contains("# code object from '" + basedir.resolve("opt/python/__pycache__/own.cpython-"))
                .doesNotContain(
                        "# wrote ", "bytecode is stale", "# code object from " + basedir.resolve("opt/python/own.py"));
    }

    @Test
    void sameBytesEachTime() {
        findPython();
        LayerResult first = build(Modules.ONLY, here);
        Path json = basedir.resolve("target/lambda-layer/data.json");
        assertThat(json.toFile().delete()).isTrue();
        assertThat(build(Modules.ONLY, here).sha256()).isEqualTo(first.sha256());
    }

    @Test
    void withoutAPythonThereIsNoBytecode() {
        assertThatThrownBy(() -> build(Modules.ONLY, Pythons.NONE))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                        There is no Python 3.13 on this machine, and <bytecode> needs one.
                        hint: uv python install 3.13, or name one in Maven's toolchains.xml as a toolchain of type python
                        hint: or leave out <bytecode>
                        see problems.html#no-local-python"""));
    }

    private void findPython() {
        Optional<String> found = VERSIONS.stream()
                .filter(each ->
                        PythonSearch.of(System.getenv(), List.of()).find(each).isPresent())
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no Python on this machine");
        version = found.get();
        python = PythonSearch.of(System.getenv(), List.of()).find(version).orElseThrow();
    }

    private LayerResult build(Modules modules, Pythons pythons) {
        Contents contents = new Contents(
                Layout.AUTO,
                List.of(FileTree.python(basedir.resolve("src"))),
                List.of(),
                List.of(),
                modules,
                Map.of(),
                Long.MAX_VALUE,
                true);
        LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0", pythons));
        return build.assemble(TestSpecs.in(basedir)
                .requiring("demo")
                .on(TestSpecs.target("python" + version, Architecture.X86_64))
                .with(contents)
                .spec());
    }

    private List<String> paths(LayerResult result) {
        try (LayerArchive archive =
                LayerArchive.open(basedir.resolve("target/lambda-layer").resolve(result.zip()))) {
            LayerPlan plan = archive.plan();
            Unpacking.unpack(plan, basedir.resolve("opt"));
            return plan.entries().stream().map(entry -> entry.path()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String record(List<String> paths) {
        String record = paths.stream()
                .filter(path -> path.endsWith("/RECORD"))
                .findFirst()
                .orElseThrow();
        try {
            return Files.readString(basedir.resolve("opt").resolve(record));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the Python with {@code opt/python} as its last argument, in a folder that nothing can be written to. */
    private String run(String... arguments) throws IOException {
        if (!Files.exists(basedir.resolve("opt"))) {
            try (LayerArchive archive = LayerArchive.open(basedir.resolve("target/lambda-layer/data.zip"))) {
                Unpacking.unpack(archive.plan(), basedir.resolve("opt"));
            }
        }
        List<String> command = new ArrayList<>(List.of(python.program().toString()));
        command.addAll(List.of(arguments));
        command.add(basedir.resolve("opt/python").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
