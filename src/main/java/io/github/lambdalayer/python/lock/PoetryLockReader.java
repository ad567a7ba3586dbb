package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.RequirementsFile;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlFile;
import io.github.lambdalayer.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads poetry.lock files of the format 2.1, which Poetry writes since 2.0. They name files and digests but no addresses, so what is given here is a
 * list of pins with digests, as a requirements.txt with {@code --hash} would have it: where the files are is for the
 * indexes to say, and what they are for the digests.
 */
public final class PoetryLockReader {

    private static final Version OLDEST = Version.parse("2.1");
    private static final Version TOO_NEW = Version.parse("3");

    private static final ExtraName MAIN = ExtraName.of("main");

    private PoetryLockReader() {}

    /**
     * The pins that count: those of the group {@code main}, and of the extras and groups that are asked for. Each
     * keeps the marker of the environments that it is for.
     *
     * @param targets the interpreters that the lock must be for
     * @param without packages that are left out
     * @param built where wheels are looked for of what the lock has only as sources
     * @throws LayerException with the line and the column of the fault
     */
    public static RequirementsFile read(
            Path file,
            Collection<PythonTarget> targets,
            Set<ExtraName> extras,
            Set<ExtraName> groups,
            Set<PackageName> without,
            BuiltWheels built) {
        TomlEntries lock = TomlFile.read(file);
        TomlEntries metadata = lock.table("metadata").orElseThrow(() -> lock.missing("metadata"));
        checkVersion(metadata);
        targets.forEach(target -> checkPython(metadata, target));
        requireKnown(lock, "extra", extras, extras(lock));
        requireKnown(lock, "group", groups, groups(lock));
        Set<ExtraName> counting =
                Stream.concat(Stream.of(MAIN), groups.stream()).collect(Collectors.toSet());
        PoetryPackageReader packages = new PoetryPackageReader(LockFolder.of(file, List.of()), extras, counting, built);
        List<DeclaredRequirement> pins = new ArrayList<>();
        List<UnbuiltPackage> unbuilt = new ArrayList<>();
        for (TomlEntries entry : lock.tables("package")) {
            packages.unbuilt(entry)
                    .ifPresentOrElse(unbuilt::add, () -> packages.pin(entry).ifPresent(pins::add));
        }
        unbuilt.removeIf(
                each -> without.contains(each.name()) || targets.stream().noneMatch(each::isFor));
        if (!unbuilt.isEmpty()) {
            throw UnbuiltPackages.refused(lock.place().origin(), unbuilt);
        }
        return new RequirementsFile(pins, List.of(), true, false);
    }

    // Since 2.1 packages say which groups need them where; before, only a walk from pyproject.toml would tell.
    private static void checkVersion(TomlEntries metadata) {
        Version version = TomlValue.required(metadata, "lock-version", Version::parse);
        if (version.compareTo(OLDEST) < 0) {
            throw metadata.fault(
                    LockProblem.LOCK_VERSION,
                    "lock-version",
                    "lock-version is " + version
                            + ", which does not say for which group and on which machines a package is needed; 2.1 does.",
                    "poetry lock, with Poetry 2.0 or newer",
                    "or poetry export -o requirements.txt, and name that");
        }
        if (version.compareTo(TOO_NEW) >= 0) {
            throw metadata.fault(
                    LockProblem.LOCK_VERSION,
                    "lock-version",
                    "lock-version is " + version + ", and only those before 3 are understood.",
                    "use a newer release of this plugin",
                    "or poetry export -o requirements.txt, and name that");
        }
    }

    private static void checkPython(TomlEntries metadata, PythonTarget target) {
        TomlValue.optional(metadata, "python-versions", PoetryVersions::parse)
                .filter(versions -> !versions.accepts(target))
                .ifPresent(versions -> {
                    throw metadata.fault(
                            LockProblem.LOCK_PYTHON,
                            "python-versions",
                            "the lock is for Python " + versions + ", but the layer is for " + target + ".",
                            "widen the versions of Python in pyproject.toml, then poetry lock");
                });
    }

    private static Set<ExtraName> extras(TomlEntries lock) {
        return lock.table("extras").stream()
                .flatMap(extras -> extras.keys().stream())
                .map(ExtraName::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<ExtraName> groups(TomlEntries lock) {
        return lock.tables("package").stream()
                .flatMap(entry -> TomlValue.each(entry, "groups", ExtraName::of).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void requireKnown(TomlEntries lock, String kind, Set<ExtraName> wanted, Set<ExtraName> known) {
        for (ExtraName name : wanted) {
            if (!known.contains(name)) {
                String names = known.stream().map(ExtraName::value).collect(Collectors.joining(", "));
                throw lock.fault(
                        LockProblem.LOCK_CHOICE,
                        "",
                        "there is no " + kind + " " + name + ": it has " + (names.isEmpty() ? "none" : names) + ".");
            }
        }
    }
}
