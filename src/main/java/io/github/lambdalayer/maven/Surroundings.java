package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.Problems;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What a layer's parameters are read in.
 *
 * @param basedir the folder that relative paths start from
 * @param artifactId what a layer is called that has no name of its own
 * @param cache the folder for wheels where none is given
 * @param offline whether Maven runs with {@code -o}
 * @param artifacts the project's dependencies
 * @param needs which of them the goal needs of a layer
 * @param goal finds what is wrong with the parameters that the goal reads besides those of the layer itself
 * @param modules the layers of all modules of the build
 * @param hasProject whether there is a pom, and not only a command line
 * @param publishes whether the layer is to be sent to AWS
 */
record Surroundings(
        Path basedir,
        Given artifactId,
        Path cache,
        boolean offline,
        MavenSettings settings,
        Artifacts artifacts,
        Function<Parameters, Dependencies> needs,
        BiConsumer<Parameters, Problems> goal,
        ModuleLayers modules,
        boolean hasProject,
        boolean publishes,
        Clock clock) {

    /** What a layer is called, as it is declared: without the architecture. */
    Given nameOf(Parameters layer) {
        return layer.nonEmpty("layerName").orElse(artifactId);
    }

    /** Which dependencies the goal needs of a layer. */
    Dependencies needs(Parameters layer) {
        return needs.apply(layer);
    }
}
