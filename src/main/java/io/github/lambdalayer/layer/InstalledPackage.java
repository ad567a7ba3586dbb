package io.github.lambdalayer.layer;

import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.DescribedPackage;

/**
 * A package in a layer's zip.
 *
 * @param site the folder that its dist-info is in
 * @param distInfo for example {@code six-1.16.0.dist-info}
 */
public record InstalledPackage(SitePackages site, String distInfo, CoreMetadata metadata) implements DescribedPackage {}
