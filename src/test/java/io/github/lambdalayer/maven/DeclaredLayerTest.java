package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredLayerTest {

    private static final ParameterTree RUNTIMES = ParameterTree.list("runtimes", List.of("python3.13"));
    private static final ParameterTree REQUIREMENTS = ParameterTree.list("requirements", List.of("six"));

    @TempDir
    private Path basedir;

    @Test
    void aFailureOfOneOfSeveralSaysOfWhich() {
        List<DeclaredLayer> layers = read(new ParameterTree(
                "layers",
                "",
                List.of(
                        new ParameterTree("layer", "", List.of(text("layerName", "web"))),
                        new ParameterTree("layer", "", List.of(text("layerName", "ml"))))));
        assertThatThrownBy(() -> layers.get(1).run(DeclaredLayerTest::fail))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                                Layer ml: pandas==1.2.4 has no wheel.
                                hint: take another
                                see problems.html#missing-parameter"""));
        assertThat(layers.get(1).<String>ask(spec -> spec.name().value())).isEqualTo("ml");
    }

    @Test
    void whatIsReadOfSeveralIsToldOfAll() {
        List<DeclaredLayer> layers = read(ParameterTree.list("architectures", List.of("x86_64", "arm64")));
        assertThat(DeclaredLayer.askAll(layers, layer -> layer.spec().name().value()))
                .containsExactly("data-x86_64", "data-arm64");
        assertThatThrownBy(() ->
                        DeclaredLayer.askAll(layers, layer -> bad(layer.spec().name() + " is bad.")))
                .hasMessage(
                        "2 problems:\n\nLayer data-x86_64: data-x86_64 is bad.\n\nLayer data-arm64: data-arm64 is bad.");
    }

    @Test
    void whatIsSaidOfEveryLayerIsToldOnce() {
        List<DeclaredLayer> layers = read(ParameterTree.list("architectures", List.of("x86_64", "arm64")));
        assertThatThrownBy(() -> DeclaredLayer.askAll(layers, layer -> bad("<regions> is bad.")))
                .hasMessage("<regions> is bad.");
        assertThatThrownBy(() -> DeclaredLayer.askAll(layers.subList(0, 1), layer -> bad("<regions> is bad.")))
                .hasMessage("Layer data-x86_64: <regions> is bad.");
    }

    private static String bad(String sentence) {
        throw new LayerException(PomProblem.BAD_PARAMETER, sentence);
    }

    @Test
    void eachArchitectureHasALayer() {
        List<DeclaredLayer> layers = read(ParameterTree.list("architectures", List.of("x86_64", "arm64")));
        assertThatThrownBy(() -> layers.get(1).run(DeclaredLayerTest::fail))
                .hasMessage("Layer data-arm64: pandas==1.2.4 has no wheel.");
    }

    @Test
    void theOnlyLayerNeedsNoName() {
        DeclaredLayer only = read(text("layerName", "ml")).get(0);
        assertThatThrownBy(() -> only.run(DeclaredLayerTest::fail)).hasMessage("pandas==1.2.4 has no wheel.");
    }

    @Test
    void aSentenceThatBeginsWithTheNameKeepsIt() {
        LayerException failure = new LayerException(PomProblem.OFFLINE, "Layer ml was not published.");
        assertThat(failure.about("Layer ml")).isSameAs(failure);
        assertThat(failure.about("Layer m")).hasMessage("Layer m: Layer ml was not published.");
    }

    private static void fail(LayerSpec spec) {
        throw new LayerException(PomProblem.MISSING_PARAMETER, "pandas==1.2.4 has no wheel.", "take another");
    }

    private List<DeclaredLayer> read(ParameterTree tree) {
        return new SpecReading(basedir, new FakeArtifacts()).declared(RUNTIMES, REQUIREMENTS, tree);
    }
}
