package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.List;

/**
 * A package of the answer.
 *
 * @param wheel the one to install
 * @param metadata of that wheel
 * @param dependencies what it needs itself here, with the extras that are asked for; sorted
 * @param requiredBy the packages that need it; sorted; empty when only the user asks for it
 */
public record ResolvedPackage(
        PackageName name,
        Version version,
        IndexFile wheel,
        CoreMetadata metadata,
        List<PackageName> dependencies,
        List<PackageName> requiredBy) {

    /** Keeps copies of the lists. */
    public ResolvedPackage {
        dependencies = List.copyOf(dependencies);
        requiredBy = List.copyOf(requiredBy);
    }

    @Override
    public String toString() {
        return name + "==" + version;
    }
}
