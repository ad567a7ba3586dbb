package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PEP 751's steps from a lock to the files that are installed; nothing is asked of an index. */
final class LockSelection {

    private final Pylock lock;
    private final LockChoice choice;
    private final PythonTarget target;

    LockSelection(Pylock lock, LockChoice choice) {
        this.lock = lock;
        this.choice = choice;
        this.target = choice.target();
    }

    List<IndexFile> files() {
        LockedWheelChoice wheels = new LockedWheelChoice(lock, choice);
        return packages().stream().map(wheels::file).toList();
    }

    /** The entries that count, by name. */
    List<LockedPackage> packages() {
        requireTarget();
        requireKnown();
        List<LockedPackage> packages = new ArrayList<>();
        List<UnbuiltPackage> unbuilt = new ArrayList<>();
        for (LockEntry entry : chosen().values()) {
            if (entry instanceof UnbuiltPackage source) {
                source.builtBy(choice.built()).ifPresentOrElse(packages::add, () -> unbuilt.add(source));
            } else {
                packages.add((LockedPackage) entry);
            }
        }
        if (!unbuilt.isEmpty()) {
            throw UnbuiltPackages.refused(lock.name(), unbuilt);
        }
        return packages;
    }

    // "If requires-python is specified, check that the environment being installed for meets the requirement"
    // "If environments is specified, check that at least one of the environment marker expressions is satisfied"
    private void requireTarget() {
        if (!target.accepts(lock.requiresPython())) {
            throw new LayerException(
                    LockProblem.LOCK_PYTHON,
                    lock.name() + " is for Python " + lock.requiresPython() + ", but the layer is for " + target + ".",
                    lock.relock());
        }
        if (!lock.environments().isEmpty()
                && lock.environments().stream().noneMatch(e -> e.holds(target.markers(), Set.of()))) {
            throw new LayerException(
                    LockProblem.LOCK_ENVIRONMENT,
                    "None of the environments of " + lock.name() + " is " + target + ".",
                    lock.relock());
        }
    }

    private void requireKnown() {
        requireKnown("extra", choice.extras(), lock.extras());
        requireKnown("group", choice.groups(), lock.groups());
    }

    private void requireKnown(String kind, Set<ExtraName> wanted, List<ExtraName> known) {
        for (ExtraName name : wanted) {
            if (!known.contains(name)) {
                String has = known.stream().map(ExtraName::toString).collect(Collectors.joining(", "));
                throw new LayerException(
                        LockProblem.LOCK_CHOICE,
                        lock.name() + " has no " + kind + " " + name + ": it has " + (has.isEmpty() ? "none" : has)
                                + ".");
            }
        }
    }

    private Map<PackageName, LockEntry> chosen() {
        Set<String> groups = LockChoice.names(Stream.concat(lock.defaultGroups().stream(), choice.groups().stream())
                .toList());
        Map<PackageName, LockEntry> chosen = new TreeMap<>();
        for (LockEntry entry : lock.entries()) {
            if (!choice.without().contains(entry.name())
                    && entry.marker().holdsInLock(target.markers(), choice.extras(), groups)) {
                add(entry, chosen);
            }
        }
        return chosen;
    }

    // "if it isn't [satisfied], an error MUST be raised"; "no other conflicting instance of the package"
    private void add(LockEntry entry, Map<PackageName, LockEntry> chosen) {
        if (!target.accepts(entry.requiresPython())) {
            throw new LayerException(
                    LockProblem.LOCK_PYTHON,
                    lock.name() + ": " + entry + " is for Python " + entry.requiresPython() + ", but the layer is for "
                            + target + ".",
                    lock.relock());
        }
        LockEntry other = chosen.put(entry.name(), entry);
        if (other != null) {
            throw new LayerException(
                    LockProblem.LOCK_AMBIGUOUS,
                    lock.name() + " has two entries of " + entry.name() + " that count for " + target + ": " + other
                            + " (packages[" + lock.entries().indexOf(other) + "]) and " + entry + " (packages["
                            + lock.entries().lastIndexOf(entry) + "]).",
                    lock.relock());
        }
    }
}
