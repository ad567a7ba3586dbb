package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.python.index.chain.WheelFolders;
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
import io.github.lambdalayer.python.version.PreReleases;
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

/** Reads the files of a layer, each by its kind, and adds what they ask for to what the pom asks for. */
final class RequirementsReading {

    private final LayerSpec spec;
    private final boolean isLocked;
    private final List<RootRequirement> roots = new ArrayList<>();
    private final List<Requirement> constraints = new ArrayList<>();
    private final Map<PackageName, Set<String>> sha256 = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean hashed;
    private PreReleases preReleases;

    RequirementsReading(LayerSpec spec) {
        this.spec = spec;
        this.isLocked =
                NamedLock.of(spec.wanted()).filter(NamedLock::choosesWheels).isPresent();
        this.preReleases = spec.wanted().preReleases();
    }

    /**
     * Where the requirements files of a layer say that packages come from.
     *
     * @throws io.github.lambdalayer.problem.LayerException for what is wrong with them
     */
    static FileIndexes indexes(List<Path> files, Path basedir) {
        RequirementsPolicy policy = RequirementsPolicy.of(basedir).withIndexOptions(IndexOptions.USE);
        return files.stream()
                .filter(file -> InputKind.of(file) == InputKind.REQUIREMENTS)
                .map(file -> indexes(file, policy))
                .reduce(FileIndexes.NONE, FileIndexes::and);
    }

    private static FileIndexes indexes(Path file, RequirementsPolicy policy) {
        MissingFile.requireThere(file);
        return RequirementsFile.indexes(file, policy);
    }

    /**
     * All that the layer asks for.
     *
     * @throws io.github.lambdalayer.problem.LayerException for what is wrong with its files
     */
    Requirements read() {
        spec.wanted().members().forEach(this::read);
        List<Requirement> overrides = spec.wanted().ofAll(Wanted::overrides).stream()
                .map(override -> LocalWheels.digested(override, RootRequirement.POM))
                .toList();
        return new Requirements(roots, constraints, overrides, sha256, hashed, preReleases, warnings);
    }

    private void read(Wanted wanted) {
        warnings.addAll(unused(wanted));
        wanted.requirements().forEach(requirement -> add(requirement, RootRequirement.POM));
        constraints.addAll(wanted.constraints());
        wanted.files().forEach(file -> read(file, wanted));
    }

    /** Of locks only those that hold no addresses are requirements. */
    private void read(Path file, Wanted wanted) {
        MissingFile.requireThere(file);
        switch (InputKind.of(file)) {
            case PROJECT -> add(String.valueOf(file.getFileName()), Pyproject.read(file), wanted);
            case REQUIREMENTS ->
                add(RequirementsFile.read(
                        file,
                        RequirementsPolicy.of(spec.basedir())
                                .withIndexOptions(spec.indexes().fileOptions())));
            case POETRY_LOCK ->
                add(PoetryLockReader.read(
                        file,
                        spec.targets().stream().map(LambdaTarget::python).toList(),
                        Set.copyOf(wanted.extras()),
                        Set.copyOf(wanted.groups()),
                        spec.wanted().excludedByAll(),
                        WheelFolders.of(spec.indexes())::wheels));
            case PYLOCK, UV_LOCK -> {}
        }
    }

    private void add(Requirement requirement, String origin) {
        roots.add(new RootRequirement(LocalWheels.digested(requirement, origin), origin));
    }

    private void add(List<DeclaredRequirement> requirements) {
        requirements.forEach(each -> add(each.requirement(), each.origin()));
    }

    private void add(RequirementsFile file) {
        add(file.requirements());
        file.constraints().forEach(constraint -> constraints.add(constraint.requirement()));
        file.sha256().forEach((name, digests) -> sha256.merge(name, digests, RequirementsReading::inBoth));
        hashed |= file.hashed();
        if (file.preReleases()) {
            preReleases = PreReleases.ALLOW;
        }
    }

    /** Two files that name digests of one package both have a say. */
    private static Set<String> inBoth(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private void add(String file, Pyproject project, Wanted wanted) {
        add(
                isLocked
                        ? project.requirementsBesideLock(wanted.extras(), wanted.groups())
                        : project.requirements(wanted.extras(), wanted.groups()));
        spec.targets().stream()
                .filter(target -> !target.python().accepts(project.requiresPython()))
                .map(target -> file + " is for Python " + project.requiresPython() + ", but the layer is for "
                        + target.python() + ".")
                .forEach(warnings::add);
        if (!project.uvSettings().isEmpty()) {
            warnings.add(file + " sets " + String.join(", ", project.uvSettings())
                    + " in [tool.uv], which only uv follows: set it in the pom as well, or name uv.lock instead.");
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
}
