package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.layers;
import static io.github.lambdalayer.maven.PomTrees.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifiersTest {

    @TempDir
    private Path basedir;

    @Test
    void oneLayerHasTheClassifierThatIsGiven() {
        assertThat(classifiers(text("layerName", "a"))).containsExactly("lambda-layer");
        assertThat(classifiers(text("layerName", "a"), text("classifier", "zipped")))
                .containsExactly("zipped");
    }

    @Test
    void severalLayersHaveTheirNames() {
        assertThat(classifiers(layers(layer("a"), layer("b")))).containsExactly("a", "b");
        assertThat(classifiers(text("classifier", "zipped"), layers(layer("a"), layer("b"))))
                .containsExactly("a", "b");
    }

    @Test
    void oneThatIsPickedAmongSeveralKeepsItsName() {
        Parameters picked =
                Parameters.of(Map.of("lambda-layer.only", "b"), pom(layers(layer("a"), layer("b"))), Map.of());
        assertThat(Classifiers.of(read(picked), picked).values()).containsExactly("b");
    }

    @Test
    void aLayerMayHaveAClassifierOfItsOwn() {
        assertThat(classifiers(layers(layer("a", text("classifier", "first")), layer("b"))))
                .containsExactly("first", "b");
    }

    @Test
    void twoLayersNeverShareOne() {
        ParameterTree own = text("classifier", "same");
        assertThat(classifiers(layers(layer("a", own), layer("b", own)))).containsExactly("a", "b");
        ParameterTree both = ParameterTree.list("architectures", List.of("x86_64", "arm64"));
        assertThat(classifiers(layers(layer("a", own, both), layer("b")))).containsExactly("a-x86_64", "a-arm64", "b");
    }

    @Test
    void aLayerMayStayOut() {
        assertThat(classifiers(layers(layer("a", text("attachArtifact", "false")), layer("b"))))
                .containsExactly("b");
        assertThat(classifiers(text("layerName", "a"), text("attachArtifact", "false")))
                .isEmpty();
    }

    @Test
    void aLayerMayBeDryAlone() {
        List<DeclaredLayer> layers = read(parameters(layers(layer("a", text("dryRun", "true")), layer("b"))));
        assertThat(layers).extracting(DeclaredLayer::isDry).containsExactly(true, false);
    }

    private List<String> classifiers(ParameterTree... trees) {
        Parameters parameters = parameters(trees);
        return List.copyOf(Classifiers.of(read(parameters), parameters).values());
    }

    private List<DeclaredLayer> read(Parameters parameters) {
        return new SpecReader(SpecReading.surroundings(basedir, new Settings(), new FakeArtifacts(), Dependencies.ALL))
                .read(parameters);
    }

    private static Parameters parameters(ParameterTree... trees) {
        return Parameters.of(Map.of(), pom(trees), Map.of());
    }

    private static Map<String, ParameterTree> pom(ParameterTree... trees) {
        Map<String, ParameterTree> pom = new LinkedHashMap<>();
        pom.put("runtimes", ParameterTree.list("runtimes", List.of("python3.13")));
        pom.put("requirements", ParameterTree.list("requirements", List.of("six")));
        Stream.of(trees).forEach(tree -> pom.put(tree.name(), tree));
        return pom;
    }

    private static ParameterTree layer(String name, ParameterTree... parameters) {
        return new ParameterTree(
                "layer",
                "",
                Stream.concat(Stream.of(text("layerName", name)), Stream.of(parameters))
                        .toList());
    }
}
