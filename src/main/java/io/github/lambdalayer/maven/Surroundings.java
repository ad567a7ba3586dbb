package io.github.lambdalayer.maven;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What a layer's parameters are read in.
 *
 * @param basedir the folder that relative paths start from
 * @param artifactId what a layer is called that has no name of its own
 * @param cache the folder for wheels where none is given
 * @param offline whether Maven runs with {@code -o}
 * @param artifacts the project's dependencies
 * @param publishes whether the layer is to be sent to AWS
 */
record Surroundings(
        Path basedir,
        Given artifactId,
        Path cache,
        boolean offline,
        MavenSettings settings,
        Artifacts artifacts,
        boolean publishes,
        Clock clock) {}
