package io.github.lambdalayer.explain;

import io.github.lambdalayer.python.index.PackageIndex;

/**
 * Where releases are looked up.
 *
 * @param allowed as the settings want it
 * @param all the same without the limit of {@code uploadedPriorTo}
 * @param uploadedPriorTo as it was written, or ""
 */
public record Places(PackageIndex allowed, PackageIndex all, String uploadedPriorTo) {}
