package io.github.lambdalayer.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With any Python of this machine; where there is none there is nothing to try. */
class TrialsTest {

    private static final List<String> VERSIONS = List.of("3.13", "3.12", "3.11", "3.10", "3.14", "3.9");

    /** Does what {@code awslambdaric} does, in twenty lines. */
    private static final String CLIENT = """
            import importlib, json, os, urllib.request

            def main(arguments):
                base = "http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2018-06-01/runtime/invocation/"
                while True:
                    with urllib.request.urlopen(base + "next") as answer:
                        event = json.load(answer)
                        request = answer.headers["Lambda-Runtime-Aws-Request-Id"]
                    module, function = arguments[1].rsplit(".", 1)
                    try:
                        result, what = getattr(importlib.import_module(module), function)(event, None), "response"
                    except Exception as e:
                        result, what = {"errorMessage": str(e), "errorType": type(e).__name__}, "error"
                    urllib.request.urlopen(base + request + "/" + what, json.dumps(result).encode())
            """;

    @TempDir
    private Path folder;

    private LocalPython python = new LocalPython(Path.of("none"), "3.13.0", "linux", "x86_64");
    private UnpackedLayer layer = new UnpackedLayer(Path.of("none"), "3.13");

    @BeforeEach
    void anyPython() {
        PythonSearch search = PythonSearch.of(System.getenv(), List.of());
        Optional<LocalPython> found = VERSIONS.stream()
                .flatMap(version -> search.find(version).stream())
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no Python on this machine");
        python = found.get();
        layer = new UnpackedLayer(
                folder,
                String.join(".", List.of(python.fullVersion().split("\\.")).subList(0, 2)));
    }

    @Test
    void compilingHasALimit() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("a.py"), "x = 1\n");
        assertThatThrownBy(() -> new Bytecode(python, Duration.ZERO).compile(sources, folder.resolve("out"), false))
                .isInstanceOf(LayerException.class)
                .hasMessage(python + " cannot compile the layer's modules: it did not end within 0 minutes.");
    }

    @Test
    void moduleIsImported() {
        module("fine", "import json\nprint('noise')\n");
        assertThat(imported("fine").message()).isEmpty();
    }

    @Test
    void moduleOfARuntimesOwnFolderIsImported() {
        file("python/lib/python" + layer.version() + "/site-packages/own.py", "");
        module("other", "import own\n");
        assertThat(imported("other").message()).isEmpty();
    }

    @Test
    void moduleThatWritesWhereTheResultIsExpectedIsNotBelieved() {
        module("liar", "import os, sys\nopen(sys.argv[1], 'w').write('soon\\n\\n')\nos._exit(0)\n");
        assertThat(imported("liar").message()).isEqualTo("Python ended with status 0");
    }

    @Test
    void whatIsMissingIsSaid() {
        module("broken", "import six_that_nobody_has\n");
        assertThat(imported("broken").message())
                .isEqualTo("ModuleNotFoundError: No module named 'six_that_nobody_has'");
    }

    @Test
    void nothingButTheLayerIsOnThePath() {
        module(
                "narrow",
                "import sys\nassert not any('site-packages' in p and 'lambda' not in p for p in sys.path)\nimport pip\n");
        assertThat(imported("narrow").message()).isEqualTo("ModuleNotFoundError: No module named 'pip'");
    }

    @Test
    void nothingOfTheBuildsVariablesIsThereButWhatIsHarmless() {
        String told = folder.resolve("told.txt").toString();
        module("nosy", "import os\nopen(" + quoted(told) + ", 'w').write('\\n'.join(sorted(os.environ)))\n");
        assertThat(imported("nosy").message()).isEmpty();
        assertThat(Path.of(told))
                .content()
                .satisfies(names -> assertThat(names.lines())
                        .contains("PATH", "LD_LIBRARY_PATH")
                        .allMatch(name -> name.equals("LD_LIBRARY_PATH") || Inherited.isHarmless(name)));
    }

    @Test
    void crashIsSaid() {
        module("crash", "import os\nos._exit(7)\n");
        assertThat(imported("crash").message()).isEqualTo("Python ended with status 7");
    }

    @Test
    void pythonThatCannotBeRunIsAFailure() {
        LocalPython gone = new LocalPython(folder.resolve("gone"), "3.13.0", "linux", "x86_64");
        assertThatThrownBy(() -> new ImportTrial(gone, layer).run("six"))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .startsWith("Python 3.13.0 (" + folder.resolve("gone") + ") cannot be run: ")
                                .endsWith("\nhint: leave out <importTest>, or set -Dlambda-layer.check.skip\n"
                                        + "see problems.html#local-python-failed"));
    }

    @Test
    void handlerIsCalledWithItsEvent() {
        module("app", "def handler(event, context):\n    return {'twice': event['n'] * 2}\n");
        HandlerTrial.Returned returned = call("app.handler", "{\"n\": 21}");
        assertThat(returned.fault()).isEmpty();
        assertThat(returned.result()).isEqualTo("{\"twice\": 42}");
    }

    @Test
    void handlerThatRaisesHasFailed() {
        module("app", "def handler(event, context):\n    raise ValueError('no n')\n");
        assertThat(call("app.handler", "{}").fault())
                .isEqualTo("{\"errorMessage\": \"no n\", \"errorType\": \"ValueError\"}");
    }

    @Test
    void handlerThatEndsPythonHasFailed() {
        module("app", "import os\ndef handler(event, context):\n    print('bye', flush=True)\n    os._exit(3)\n");
        assertThat(call("app.handler", "{}").fault()).isEqualTo("Python ended before it answered: bye");
    }

    private static String quoted(String path) {
        return "r'" + path + "'";
    }

    private HandlerTrial.Returned call(String handler, String event) {
        file("client/awslambdaric/__init__.py", "");
        file("client/awslambdaric/__main__.py", CLIENT);
        return new HandlerTrial(python, layer)
                .run(new HandlerTrial.Call(handler, event, Optional.empty(), folder.resolve("client")));
    }

    private ImportTrial.Imported imported(String module) {
        return new ImportTrial(python, layer).run(module);
    }

    private void module(String name, String source) {
        file("python/" + name + ".py", source);
    }

    private void file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
