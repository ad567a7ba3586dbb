package io.github.lambdalayer.layer;

import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.DescribedPackage;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A package in a layer's zip.
 *
 * @param site the folder that its dist-info is in
 * @param distInfo for example {@code six-1.16.0.dist-info}
 * @param tags what it was installed for, as its file WHEEL says; empty where that says nothing
 */
public record InstalledPackage(SitePackages site, String distInfo, CoreMetadata metadata, Set<Tag> tags)
        implements DescribedPackage {

    /** Keeps a copy of the tags. */
    public InstalledPackage {
        tags = new LinkedHashSet<>(tags);
    }

    /** Its name and version, for example {@code six 1.16.0}; what its files have as their origin. */
    public String text() {
        return metadata.name() + " " + metadata.version();
    }
}
