package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;

/**
 * A layer of a project.
 *
 * @param spec what it is
 * @param parameters what was given for it, for those who want to know where it goes
 */
record DeclaredLayer(LayerSpec spec, Parameters parameters) {}
