package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.lock.PoetryLockReader;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.project.Pyproject;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.FileIndexes;
import io.github.lambdalayer.python.requirement.IndexOptions;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.requirement.RequirementsFile;
import io.github.lambdalayer.python.requirement.RequirementsPolicy;
import io.github.lambdalayer.python.resolve.RootRequirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a layer asks for: the requirements of the pom, then those of its files.
 *
 * @param roots what is asked for, and where
 * @param constraints limits, of the pom and of the files
 * @param overrides what takes the place of every other requirement for its package
 * @param sha256 the digests that files name, by package
 * @param hashed whether a package without a named digest is refused
 * @param preReleases whether a file asks for pre-releases
 * @param warnings what a file says that does not count, in whole sentences
 */
record Requirements(
        List<RootRequirement> roots,
        List<Requirement> constraints,
        List<Requirement> overrides,
        Map<PackageName, Set<String>> sha256,
        boolean hashed,
        boolean preReleases,
        List<String> warnings) {

    Requirements {
        roots = List.copyOf(roots);
        constraints = List.copyOf(constraints);
        overrides = List.copyOf(overrides);
        sha256 = Map.copyOf(sha256);
        warnings = List.copyOf(warnings);
    }

    /** Reads the files of a layer; of locks only those that hold no addresses are requirements. */
    static Requirements of(LayerSpec spec) {
        Collected all = new Collected();
        spec.wanted().members().forEach(wanted -> collect(wanted, spec, all));
        List<Requirement> overrides = spec.wanted().ofAll(Wanted::overrides).stream()
                .map(override -> LocalWheels.digested(override, RootRequirement.POM))
                .toList();
        return new Requirements(
                all.roots, all.constraints, overrides, all.sha256, all.hashed, all.preReleases, all.warnings);
    }

    private static void collect(Wanted wanted, LayerSpec spec, Collected all) {
        all.warnings.addAll(unused(wanted));
        wanted.requirements()
                .forEach(requirement -> all.roots.add(new RootRequirement(
                        LocalWheels.digested(requirement, RootRequirement.POM), RootRequirement.POM)));
        all.constraints.addAll(wanted.constraints());
        for (Path file : wanted.files()) {
            switch (InputKind.of(file)) {
                case PROJECT -> {
                    Pyproject project = Pyproject.read(file);
                    all.add(project.requirements(wanted.extras(), wanted.groups()));
                    all.warnings.addAll(warnings(String.valueOf(file.getFileName()), project, spec));
                }
                case REQUIREMENTS -> all.add(RequirementsFile.read(file, policy(spec)));
                case POETRY_LOCK -> all.add(poetryLock(file, wanted, spec));
                case PYLOCK, UV_LOCK -> {}
            }
        }
    }

    /** Extras and groups are those of a pyproject.toml or a lock. */
    private static List<String> unused(Wanted wanted) {
        boolean haveNone = wanted.files().stream().allMatch(file -> InputKind.of(file) == InputKind.REQUIREMENTS);
        return Stream.of(unused("extras", wanted.extras()), unused("groups", wanted.groups()))
                .flatMap(Optional::stream)
                .filter(warning -> haveNone)
                .toList();
    }

    private static Optional<String> unused(String parameter, List<ExtraName> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("<" + parameter + "> names "
                        + names.stream().map(ExtraName::value).collect(Collectors.joining(", "))
                        + ", but no pyproject.toml and no lock is among the <requirementsFiles>: it changes nothing.");
    }

    private static List<String> warnings(String file, Pyproject project, LayerSpec spec) {
        Stream<String> pythons = spec.targets().stream()
                .filter(target -> !target.python().accepts(project.requiresPython()))
                .map(target -> file + " is for Python " + project.requiresPython() + ", but the layer is for "
                        + target.python() + ".");
        Stream<String> settings = Stream.of(project.uvSettings())
                .filter(keys -> !keys.isEmpty())
                .map(keys -> file + " sets " + String.join(", ", keys)
                        + " in [tool.uv], which only uv follows: set it in the pom as well, or name uv.lock instead.");
        return Stream.concat(pythons, settings).toList();
    }

    private static RequirementsPolicy policy(LayerSpec spec) {
        return RequirementsPolicy.of(spec.basedir())
                .withIndexOptions(spec.indexes().fileOptions());
    }

    /**
     * Where the requirements files of a layer say that packages come from.
     *
     * @throws LayerException for what is wrong with them
     */
    static FileIndexes indexes(List<Path> files, Path basedir) {
        RequirementsPolicy policy = RequirementsPolicy.of(basedir).withIndexOptions(IndexOptions.USE);
        return files.stream()
                .filter(file -> InputKind.of(file) == InputKind.REQUIREMENTS)
                .map(file -> RequirementsFile.indexes(file, policy))
                .reduce(FileIndexes.NONE, FileIndexes::and);
    }

    private static RequirementsFile poetryLock(Path file, Wanted wanted, LayerSpec spec) {
        return PoetryLockReader.read(
                file,
                spec.targets().stream().map(LambdaTarget::python).toList(),
                Set.copyOf(wanted.extras()),
                Set.copyOf(wanted.groups()));
    }

    /** The requirements alone. */
    List<Requirement> requirements() {
        return roots.stream().map(RootRequirement::requirement).toList();
    }

    /** The wheels of this machine that a layer requires by their path; its files are read only where they name wheels. */
    static List<Path> localWheels(LayerSpec spec) {
        boolean namesWheels = spec.wanted().ofAll(Wanted::files).stream().anyMatch(Requirements::namesWheels);
        List<Requirement> required =
                namesWheels ? of(spec).requirements() : spec.wanted().ofAll(Wanted::requirements);
        return Stream.concat(required.stream(), spec.wanted().ofAll(Wanted::overrides).stream())
                .flatMap(requirement -> LocalWheels.path(requirement).stream())
                .distinct()
                .toList();
    }

    private static boolean namesWheels(Path file) {
        try {
            return !InputKind.of(file).isLock()
                    && Files.exists(file)
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains(".whl");
        } catch (IOException e) {
            return false; // Whoever reads it says so.
        }
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
            Set<String> named = sha256.getOrDefault(chosen.name(), Set.of());
            boolean refused =
                    named.isEmpty() ? hashed : !named.contains(chosen.file().sha256());
            if (refused) {
                throw new LayerException(
                        BuildProblem.OTHER_DIGEST,
                        chosen.file() + " is not among the files whose digests the requirements name.",
                        "name its sha256 too, or let the tool that wrote the requirements write them anew");
            }
        }
    }

    /** What was found so far. */
    private static final class Collected {

        private final List<RootRequirement> roots = new ArrayList<>();
        private final List<Requirement> constraints = new ArrayList<>();
        private final Map<PackageName, Set<String>> sha256 = new TreeMap<>();
        private final List<String> warnings = new ArrayList<>();
        private boolean hashed;
        private boolean preReleases;

        void add(RequirementsFile file) {
            add(file.requirements());
            file.constraints().forEach(constraint -> constraints.add(constraint.requirement()));
            file.sha256().forEach((name, digests) -> sha256.merge(name, digests, Collected::inBoth));
            hashed |= file.hashed();
            preReleases |= file.preReleases();
        }

        void add(List<DeclaredRequirement> requirements) {
            requirements.forEach(each -> roots.add(
                    new RootRequirement(LocalWheels.digested(each.requirement(), each.origin()), each.origin())));
        }

        /** Two files that name digests of one package both have a say. */
        private static Set<String> inBoth(Set<String> some, Set<String> others) {
            Set<String> both = new HashSet<>(some);
            both.retainAll(others);
            return both;
        }
    }
}
