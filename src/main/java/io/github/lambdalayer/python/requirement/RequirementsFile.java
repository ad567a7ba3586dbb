package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.python.name.PackageName;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A requirements.txt with all that it includes, as pip reads it.
 *
 * <pre>{@code
 * RequirementsFile.read(Path.of("requirements.txt"), RequirementsPolicy.of(Path.of(".")))
 * }</pre>
 *
 * @param requirements in the order of the files
 * @param constraints from {@code -c}
 * @param hashed whether only files whose digests are named may be used, dependencies included
 * @param preReleases whether {@code --pre} asks for pre-releases
 * @see <a href="https://pip.pypa.io/en/stable/reference/requirements-file-format/">the format</a>
 */
public record RequirementsFile(
        List<DeclaredRequirement> requirements,
        List<DeclaredRequirement> constraints,
        boolean hashed,
        boolean preReleases) {

    /** Copies the lists. */
    public RequirementsFile {
        requirements = List.copyOf(requirements);
        constraints = List.copyOf(constraints);
    }

    /**
     * Reads a file and those that it includes.
     *
     * @throws io.github.lambdalayer.problem.LayerException with every fault and its line
     */
    public static RequirementsFile read(Path file, RequirementsPolicy policy) {
        return new RequirementsReader(policy).read(file);
    }

    /**
     * Where a file and those that it includes say that packages come from, when the policy lets them.
     *
     * @throws io.github.lambdalayer.problem.LayerException as {@link #read}
     */
    public static FileIndexes indexes(Path file, RequirementsPolicy policy) {
        RequirementsReader reader = new RequirementsReader(policy);
        reader.read(file);
        return reader.indexes();
    }

    /**
     * Every line of a file and of those that it includes, comments left out and variables filled in: while they stay the
     * same, so does what {@link #read} finds. They may hold what is secret, so they are for a digest and not for printing.
     */
    public static List<String> lines(Path file, RequirementsPolicy policy) {
        return new RequirementsLines(policy).of(file);
    }

    /** The digests that are named for each package, of whichever file; empty sets are left out. */
    public Map<PackageName, Set<String>> sha256() {
        Map<PackageName, Set<String>> digests = new TreeMap<>();
        Stream.concat(requirements.stream(), constraints.stream())
                .filter(r -> !r.sha256().isEmpty())
                .forEach(r -> digests.computeIfAbsent(r.requirement().name(), n -> new HashSet<>())
                        .addAll(r.sha256()));
        return digests;
    }
}
