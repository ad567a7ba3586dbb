package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.layer;
import static io.github.lambdalayer.maven.PomTrees.layers;
import static io.github.lambdalayer.maven.PomTrees.requirements;
import static io.github.lambdalayer.maven.PomTrees.runtimes;
import static io.github.lambdalayer.maven.PomTrees.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.build.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers that leave packages to others. */
class ProvidersTest {

    @TempDir
    private Path basedir;

    private SpecReading reading() {
        return new SpecReading(basedir, new FakeArtifacts());
    }

    @Test
    void layerKnowsWhatOthersProvide() {
        List<LayerSpec> specs = reading()
                .read(
                        runtimes("python3.13"),
                        layers(
                                layer(text("layerName", "base"), requirements("pandas")),
                                layer(text("layerName", "web"), requirements("requests"), providedBy("base")),
                                layer(text("layerName", "top"), requirements("flask"), providedBy("web")),
                                layer(text("layerName", "alone"), requirements("six"))));
        assertThat(specs)
                .extracting(spec -> asked(spec.wanted().together()))
                .containsExactly(
                        "[[pandas], [requests], [flask]]",
                        "[[pandas], [requests], [flask]]",
                        "[[pandas], [requests], [flask]]",
                        "[]");
        assertThat(specs)
                .extracting(spec -> asked(spec.wanted().provided()))
                .containsExactly("[]", "[[pandas]]", "[[pandas], [requests]]", "[]");
    }

    private static String asked(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::requirements).toList().toString();
    }

    @Test
    void layersThatShareAreResolvedInOneWay() {
        reading()
                .assertFails(
                        """
                3 problems:

                The layers base and web share packages by <providedBy>, and have different <findLinks>; what is resolved together has one.

                The layers base and web share packages by <providedBy>, and have different <uploadedPriorTo>; what is resolved together has one.

                The layers base and web share packages by <providedBy>, and have different <resolution>; what is resolved together has one.

                hint: write <findLinks> outside of <layers>
                hint: write <uploadedPriorTo> outside of <layers>
                hint: write <resolution> outside of <layers>
                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        layers(
                                layer(text("layerName", "base"), requirements("pandas"), text("resolution", "lowest")),
                                layer(
                                        text("layerName", "alone"),
                                        requirements("six"),
                                        text("resolution", "lowest-direct")),
                                layer(
                                        text("layerName", "web"),
                                        requirements("requests"),
                                        ParameterTree.list("findLinks", List.of("wheels")),
                                        text("uploadedPriorTo", "2025-06-01"),
                                        providedBy("base"))));
    }

    @Test
    void layerThatProvidesMustBeAnotherOne() {
        reading()
                .assertFails(
                        """
                2 problems:

                <layer> 1 is "web"; it must be base.

                <layer> 2 is "bass"; it must be base.

                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        layers(
                                layer(text("layerName", "base"), requirements("pandas")),
                                layer(text("layerName", "web"), requirements("requests"), providedBy("web", "bass"))));
    }

    @Test
    void layersCannotProvideOneAnother() {
        reading()
                .assertFails(
                        """
                2 problems:

                The layer base is <providedBy> itself, through other layers.

                The layer web is <providedBy> itself, through other layers.

                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        layers(
                                layer(text("layerName", "base"), requirements("pandas"), providedBy("web")),
                                layer(text("layerName", "web"), requirements("requests"), providedBy("base"))));
    }

    private static ParameterTree providedBy(String... layers) {
        return new ParameterTree(
                "providedBy",
                "",
                Stream.of(layers).map(name -> text("layer", name)).toList());
    }
}
