package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.name.PackageName;
import java.util.List;
import java.util.Optional;

/**
 * The answer: one wheel for each package that is needed.
 *
 * @param packages sorted by name
 * @param warnings whole sentences, for example that a version was yanked and why
 */
public record Resolution(List<ResolvedPackage> packages, List<String> warnings) {

    /** Keeps copies of the lists. */
    public Resolution {
        packages = List.copyOf(packages);
        warnings = List.copyOf(warnings);
    }

    /** The package of a name, when it is needed. */
    public Optional<ResolvedPackage> find(PackageName name) {
        return packages.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
