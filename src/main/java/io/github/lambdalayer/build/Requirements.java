package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.RootRequirement;
import io.github.lambdalayer.python.version.PreReleases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a layer asks for: the requirements of the pom, then those of its files.
 *
 * @param roots what is asked for, and where
 * @param constraints limits, of the pom and of the files
 * @param overrides what takes the place of every other requirement for its package
 * @param sha256 the digests that files name, by package
 * @param hashed whether a package without a named digest is refused
 * @param preReleases who may take pre-releases: all, when a file asks for them
 * @param warnings what a file says that does not count, in whole sentences
 */
record Requirements(
        List<RootRequirement> roots,
        List<Requirement> constraints,
        List<Requirement> overrides,
        Map<PackageName, Set<String>> sha256,
        boolean hashed,
        PreReleases preReleases,
        List<String> warnings) {

    Requirements {
        roots = List.copyOf(roots);
        constraints = List.copyOf(constraints);
        overrides = List.copyOf(overrides);
        sha256 = Map.copyOf(sha256);
        warnings = List.copyOf(warnings);
    }

    /** Reads what a layer asks for, its files too. */
    static Requirements of(LayerSpec spec) {
        return new RequirementsReading(spec).read();
    }

    /** The requirements alone. */
    List<Requirement> requirements() {
        return roots.stream().map(RootRequirement::requirement).toList();
    }

    /** The folders whose wheels a lock may name: those of {@code findLinks}, and of wheels that are required by their path. */
    List<Path> wheelFolders(LayerSpec spec) {
        Stream<Path> named = Stream.concat(requirements().stream(), overrides.stream())
                .flatMap(requirement -> LocalWheels.path(requirement).stream())
                .map(wheel -> wheel.resolveSibling(""));
        return Stream.concat(spec.indexes().findLinks().stream(), named)
                .distinct()
                .toList();
    }

    /**
     * Refuses wheels that a requirements.txt does not name.
     *
     * @throws LayerException with {@link BuildProblem#OTHER_DIGEST}
     */
    void requireNamedDigests(List<Selection> selections) {
        for (Selection.Chosen chosen :
                selections.stream().flatMap(s -> s.packages().stream()).toList()) {
            Set<String> named = sha256.get(chosen.name());
            boolean refused =
                    named == null ? hashed : !named.contains(chosen.file().sha256());
            if (refused) {
                throw new LayerException(
                        BuildProblem.OTHER_DIGEST,
                        chosen.file() + " is not among the files whose digests the requirements name.",
                        "name its sha256 too, or let the tool that wrote the requirements write them anew");
            }
        }
    }
}
