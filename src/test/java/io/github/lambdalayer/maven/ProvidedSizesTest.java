package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.testing.BareResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidedSizesTest {

    @TempDir
    private Path basedir;

    private static ParameterTree layer(String name, String... providers) {
        List<ParameterTree> children = new ArrayList<>(List.of(ParameterTree.text("layerName", name)));
        if (providers.length > 0) {
            children.add(ParameterTree.list("providedBy", List.of(providers)));
        }
        return new ParameterTree("layer", "", children);
    }

    private List<String> warnings(long megabytes, ParameterTree... parameters) {
        List<ParameterTree> all = new ArrayList<>(List.of(parameters));
        all.add(ParameterTree.list("runtimes", List.of("python3.13")));
        all.add(ParameterTree.list("requirements", List.of("six")));
        all.add(new ParameterTree("layers", "", List.of(layer("base"), layer("mid", "base"), layer("top", "mid"))));
        ProvidedSizes sizes = new ProvidedSizes();
        new SpecReading(basedir, new FakeArtifacts())
                .declared(all.toArray(ParameterTree[]::new))
                .forEach(each -> sizes.add(each, result(each, megabytes)));
        return sizes.warnings();
    }

    private static LayerResult result(DeclaredLayer layer, long megabytes) {
        return BareResult.of(layer.spec().name().value(), layer.spec().architectures(), megabytes * 1_000_000);
    }

    @Test
    void layersThatNoFunctionCanHaveTogetherAreTold() {
        assertThat(warnings(100))
                .containsExactly(
                        "Layer top has 300.0 MB unzipped together with base and mid, which it is <providedBy>; no"
                                + " function can use them all, since its layers and its code may have less than 262.1 MB.");
        assertThat(warnings(87)).isEmpty();
    }

    @Test
    void layersOfAnotherArchitectureDoNotCount() {
        assertThat(warnings(100, ParameterTree.list("architectures", List.of("x86_64", "arm64"))))
                .hasSize(2)
                .allMatch(text -> text.contains(" has 300.0 MB "))
                .anyMatch(text -> text.startsWith("Layer top-arm64 ") && text.contains(" base-arm64 and mid-arm64,"));
    }
}
