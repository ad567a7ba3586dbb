package io.github.lambdalayer.layer;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;

/**
 * What one wheel adds to the layer.
 *
 * @param wheel the wheel's file name
 * @param unzippedBytes of all its files that are in the layer
 */
public record PlannedPackage(PackageName name, Version version, String wheel, long unzippedBytes) {}
