package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.chain.WheelFolders;
import io.github.lambdalayer.python.lock.LockChoice;
import io.github.lambdalayer.python.lock.LockDemand;
import io.github.lambdalayer.python.lock.LockedPackage;
import io.github.lambdalayer.python.lock.Pylock;
import io.github.lambdalayer.python.lock.PylockReader;
import io.github.lambdalayer.python.lock.UvLockReader;
import io.github.lambdalayer.python.name.ExtraName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a lock chooses for a layer, after seeing that it is still right for the pom. */
final class LockReading {

    private final LayerSpec spec;
    private final Requirements requirements;
    private final WheelFolders folders;
    private final Set<String> warnings = new LinkedHashSet<>();

    LockReading(LayerSpec spec, Requirements requirements) {
        this.spec = spec;
        this.requirements = requirements;
        this.folders = WheelFolders.of(spec.indexes());
    }

    /**
     * The wheels of a pylock.toml, by target; of extras and groups those that it knows count.
     *
     * @throws LayerException with {@link BuildProblem#LOCK_OUT_OF_DATE}, or when the lock is for other targets
     */
    List<Selection> pylock(Path file, SelectionLog log) {
        Pylock lock = PylockReader.read(file, requirements.wheelFolders(spec));
        List<String> differences = lock.differences(LockTopics.of(spec, requirements));
        if (!differences.isEmpty()) {
            throw outOfDate(lock, differences);
        }
        return told(fromPylock(lock), log);
    }

    private List<Selection> fromPylock(Pylock lock) {
        Wanted wanted = spec.wanted();
        return read(target -> new Reading(
                lock,
                choice(target)
                        .withExtras(counting(wanted.ofAll(Wanted::extras), lock.extras()))
                        .withGroups(counting(wanted.ofAll(Wanted::groups), lock.groups()))));
    }

    /** The wheels of a uv.lock, by target. */
    List<Selection> uvLock(Path file, SelectionLog log) {
        return told(fromUvLock(file), log);
    }

    private List<Selection> told(List<Selection> selections, SelectionLog log) {
        warnings.forEach(log::warned);
        return selections;
    }

    private List<Selection> fromUvLock(Path file) {
        Wanted wanted = spec.wanted();
        return read(target -> {
            LockChoice choice =
                    choice(target).withExtras(wanted.ofAll(Wanted::extras)).withGroups(wanted.ofAll(Wanted::groups));
            return new Reading(UvLockReader.read(file, choice, requirements.wheelFolders(spec)), choice);
        });
    }

    /**
     * What the named lock chooses for this layer alone, by target; that it is right was seen when it was read for all that
     * share it.
     */
    List<Selection> again(NamedLock named) {
        return switch (named.kind()) {
            case UV_LOCK -> fromUvLock(named.file());
            case PYLOCK -> fromPylock(PylockReader.read(named.file(), requirements.wheelFolders(spec)));
            default -> List.of(); // Its packages are requirements.
        };
    }

    /** A lock as it is for one target. */
    private record Reading(Pylock lock, LockChoice choice) {}

    private interface ByTarget {
        Reading of(LambdaTarget target);
    }

    private List<Selection> read(ByTarget readings) {
        List<Selection> selections = new ArrayList<>();
        for (LambdaTarget target : spec.targets()) {
            Reading reading = readings.of(target);
            Pylock lock = reading.lock();
            warnings.addAll(lock.warnings());
            requireMet(lock, reading.choice());
            selections.add(selection(target, lock.packages(reading.choice()), lock.select(reading.choice())));
        }
        requirements.requireNamedDigests(selections);
        return selections;
    }

    private LockChoice choice(LambdaTarget target) {
        return LockChoice.of(target.python())
                .leavingOut(spec.wanted().excludedByAll())
                .withBuilt(folders::wheels)
                .withIndexes(spec.indexes().indexes());
    }

    /** Those of a pyproject.toml that is named as well are in the lock already; without one, unknown names are told. */
    private List<ExtraName> counting(List<ExtraName> wanted, List<ExtraName> known) {
        boolean isOfProject =
                spec.wanted().ofAll(Wanted::files).stream().anyMatch(file -> InputKind.of(file) == InputKind.PROJECT);
        return isOfProject ? wanted.stream().filter(known::contains).toList() : wanted;
    }

    private void requireMet(Pylock lock, LockChoice choice) {
        List<String> unmet = new LockDemand(
                        requirements.requirements(), requirements.constraints(), requirements.overrides(), choice)
                .unmetBy(lock);
        if (!unmet.isEmpty()) {
            throw outOfDate(lock, unmet);
        }
    }

    /** Both lists are in the order of the packages. */
    private static Selection selection(LambdaTarget target, List<LockedPackage> packages, List<IndexFile> files) {
        List<Selection.Chosen> chosen = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            LockedPackage locked = packages.get(i);
            chosen.add(new Selection.Chosen(files.get(i), locked.requiresPython(), locked.dependencies()));
        }
        return new Selection(target, chosen);
    }

    private LayerException outOfDate(Pylock lock, List<String> because) {
        boolean isNamed = NamedLock.of(spec.wanted()).isPresent();
        return new LayerException(
                BuildProblem.LOCK_OUT_OF_DATE,
                lock.outOfDate(because),
                isNamed ? "let " + lock.createdBy() + " lock again" : new LockAdvice(spec).anew());
    }
}
