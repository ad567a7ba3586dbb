package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A lock file (PEP 751): which wheels are installed in which environment.
 *
 * <pre>{@code
 * List<IndexFile> files = PylockReader.read(Path.of("pylock.toml")).select(LockChoice.of(target));
 * }</pre>
 *
 * @param name the file's name, for sentences: {@code pylock.toml}
 * @param createdBy the tool that wrote it
 * @param requiresPython the interpreters that it is for; {@link Specifiers#ANY} when it does not say
 * @param environments at least one of them must hold; empty when all are allowed
 * @param extras the extras that may be asked for
 * @param groups the dependency groups that may be asked for
 * @param defaultGroups the groups that always count
 * @param entries what is locked, in the order of the file
 * @param attested the packages of which it says who attested them
 * @param spec what it was made for; {@link LockedSpec#NONE} when another tool wrote it
 * @param warnings what its reader has to tell the user, in sentences
 */
public record Pylock(
        String name,
        String createdBy,
        Specifiers requiresPython,
        List<Marker> environments,
        List<ExtraName> extras,
        List<ExtraName> groups,
        List<ExtraName> defaultGroups,
        List<LockEntry> entries,
        List<PackageName> attested,
        LockedSpec spec,
        List<String> warnings) {

    /** What {@code created-by} is in a lock that is written here. */
    static final String OURS = "lambda-layer-maven-plugin";

    /** Copies the lists. */
    public Pylock {
        environments = List.copyOf(environments);
        extras = List.copyOf(extras);
        groups = List.copyOf(groups);
        defaultGroups = List.copyOf(defaultGroups);
        entries = List.copyOf(entries);
        attested = List.copyOf(attested);
        warnings = List.copyOf(warnings);
    }

    /**
     * The lock of what was resolved for one target or several, no two of which share both minor version and machine.
     *
     * @param spec what it was resolved for
     * @param indexes where the files come from, by the ids that the files have
     */
    public static Pylock of(List<LockInput> inputs, LockedSpec spec, List<IndexLocation> indexes) {
        TargetMarkers markers =
                new TargetMarkers(inputs.stream().map(LockInput::target).toList());
        LockAssembly assembly = new LockAssembly(markers, id -> url(id, indexes));
        Pylock lock = new Pylock(
                "pylock.toml",
                OURS,
                markers.requiresPython(),
                markers.environments(),
                List.of(),
                List.of(),
                List.of(),
                assembly.entries(inputs),
                List.of(),
                spec,
                List.of());
        inputs.forEach(lock::requireThatItLeadsTo);
        return lock;
    }

    /**
     * The wheels for a target, as an index would announce them, sorted by package.
     *
     * @throws LayerException when the lock is for other environments, says two things of one package, or has no wheel
     *     that fits
     */
    public List<IndexFile> select(LockChoice choice) {
        return new LockSelection(this, choice).files();
    }

    /** The entries that {@link #select(LockChoice)} takes its files from, sorted by package. */
    public List<LockedPackage> packages(LockChoice choice) {
        return new LockSelection(this, choice).packages();
    }

    /** The entries of one package, in the order of the file. */
    public List<LockedPackage> locked(PackageName wanted) {
        return entries.stream()
                .filter(entry -> entry.name().equals(wanted))
                .filter(LockedPackage.class::isInstance)
                .map(LockedPackage.class::cast)
                .toList();
    }

    /** What has changed in the pom since; empty when nothing has, or when another tool wrote the lock. */
    public List<String> differences(LockedSpec now) {
        return spec.isEmpty() ? List.of() : spec.differences(now);
    }

    /** The sentence for a lock that is no longer right, with what {@link #differences} or a {@link LockDemand} says. */
    public String outOfDate(List<String> because) {
        return name + " is out of date:\n  " + String.join("\n  ", because);
    }

    /**
     * Refuses a new lock in which a package comes from another index, while the pom still names the same ones.
     *
     * @throws LayerException with {@link LockProblem#LOCK_OTHER_INDEX}
     */
    public void requireSameIndexes(Pylock anew) {
        new MovedPackages(this, anew).refuse();
    }

    /**
     * Refuses to be replaced by a lock that would no longer say who attested what: whoever wrote it means to notice when
     * that changes (PEP 751), and here it would be lost in silence.
     *
     * @throws LayerException with {@link LockProblem#LOCK_ATTESTED}
     */
    public void requireThatNoAttestationIsLost() {
        if (!attested.isEmpty()) {
            throw new LayerException(
                    LockProblem.LOCK_ATTESTED,
                    name + " says who attested " + listed(attested)
                            + ", and the lock that would take its place cannot: attestations are not looked at here.",
                    "let " + createdBy + " write it anew",
                    "or delete it first, if what it says of attestations is to be given up");
        }
    }

    static String listed(List<PackageName> names) {
        return names.stream().map(PackageName::value).distinct().collect(Collectors.joining(", "));
    }

    /** The versions that a new lock should keep where it can: those that count for a target, if it is for that. */
    public Map<PackageName, Version> versions(PythonTarget target) {
        Map<PackageName, Version> versions = new TreeMap<>();
        for (LockEntry entry : entries) {
            if (entry instanceof LockedPackage locked
                    && locked.marker().holdsInLock(target.markers(), Set.of(), LockChoice.names(defaultGroups))) {
                versions.putIfAbsent(locked.name(), locked.version());
            }
        }
        return versions;
    }

    /** The hint for a lock that does not fit: only our own is written anew by us. */
    String relock() {
        return createdBy.equals(OURS)
                ? "mvn lambda-layer:lock"
                : "let " + createdBy
                        + " lock for this runtime, or name the requirements in the pom: mvn lambda-layer:lock";
    }

    private void requireThatItLeadsTo(LockInput input) {
        List<LockedWheel> wanted = input.wheels().stream()
                .map(LockInput.Wheel::locked)
                .sorted(LockedWheel.BY_NAME)
                .toList();
        List<LockedWheel> found = packages(LockChoice.of(input.target())).stream()
                .flatMap(locked -> LockedWheelChoice.best(locked, input.target()).stream())
                .sorted(LockedWheel.BY_NAME)
                .toList();
        if (!found.equals(wanted)) {
            throw new IllegalStateException(input.target() + " needs " + wanted + ", the lock leads to " + found);
        }
    }

    private static String url(String id, List<IndexLocation> indexes) {
        return indexes.stream()
                .filter(index -> index.id().equals(id))
                .map(index -> index.declaredUrl().toString())
                .findFirst()
                .orElse("");
    }
}
