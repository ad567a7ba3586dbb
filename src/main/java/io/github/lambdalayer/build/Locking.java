package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.Indexes;
import io.github.lambdalayer.python.lock.LockChoice;
import io.github.lambdalayer.python.lock.LockDemand;
import io.github.lambdalayer.python.lock.LockedPackage;
import io.github.lambdalayer.python.lock.LockedSpec;
import io.github.lambdalayer.python.lock.Pylock;
import io.github.lambdalayer.python.lock.PylockReader;
import io.github.lambdalayer.python.lock.PylockWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first step: which wheel of which version, from the lock where there is one, else by resolving. */
final class Locking {

    private final Indexes indexes;
    private final BuildLog log;

    Locking(Indexes indexes, BuildLog log) {
        this.indexes = indexes;
        this.log = log;
    }

    /**
     * The wheels of a layer, by target.
     *
     * @throws LayerException when the lock is out of date or missing, or when there is no solution
     */
    List<Selection> select(LayerSpec spec) {
        Path file = spec.lock().file();
        if (Files.exists(file)) {
            List<Selection> selections = read(spec);
            log.locked(countPackages(selections), file);
            return selections;
        }
        if (spec.lock().needed()) {
            throw new LayerException(
                    BuildProblem.NO_LOCK,
                    "There is no " + file.getFileName() + ", and <locked> asks for one.",
                    "mvn lambda-layer:lock");
        }
        List<Selection> selections = new Resolving(indexes, log).resolve(spec, spec.targets(), target -> Map.of());
        log.resolved(countPackages(selections));
        if (!spec.wanted().isEmpty()) {
            log.warned("There is no " + file.getFileName()
                    + ", so this build can change from day to day; mvn lambda-layer:lock writes one.");
        }
        return selections;
    }

    /**
     * Resolves for all that the lock is for and writes it; versions that are locked are kept where they still fit.
     *
     * @param upgrade what is chosen anew
     */
    void write(LayerSpec spec, Upgrade upgrade) {
        Path file = spec.lock().file();
        List<LambdaTarget> targets = spec.lock().targets();
        Optional<Pylock> before = Files.exists(file)
                ? Optional.of(PylockReader.read(file, spec.indexes().findLinks()))
                : Optional.empty();
        List<Selection> selections = new Resolving(indexes, log)
                .resolve(
                        spec,
                        targets,
                        target -> before.map(lock -> upgrade.keep(lock.versions(target)))
                                .orElse(Map.of()));
        boolean changed = PylockWriter.write(
                asLock(spec, selections), file, spec.indexes().findLinks());
        log.wroteLock(file, countPackages(selections), changed);
    }

    /** What was chosen, in the form of a lock. */
    static Pylock asLock(LayerSpec spec, List<Selection> selections) {
        return Pylock.of(
                selections.stream().map(Selection::locked).toList(),
                LockTopics.of(spec, Requirements.of(spec.wanted(), spec.basedir())),
                spec.indexes().indexes());
    }

    private List<Selection> read(LayerSpec spec) {
        Pylock lock = PylockReader.read(spec.lock().file(), spec.indexes().findLinks());
        lock.warnings().forEach(log::warned);
        Requirements requirements = Requirements.of(spec.wanted(), spec.basedir());
        LockedSpec now = LockTopics.of(spec, requirements);
        List<String> differences = lock.differences(now);
        if (!differences.isEmpty()) {
            throw outOfDate(lock, differences);
        }
        List<Selection> selections = new ArrayList<>();
        for (LambdaTarget target : spec.targets()) {
            LockChoice choice = LockChoice.of(target.python())
                    .leavingOut(spec.wanted().excluded())
                    .withIndexes(spec.indexes().indexes());
            requireMet(spec, requirements, lock, choice);
            selections.add(selection(target, lock.packages(choice), lock.select(choice)));
        }
        requirements.requireNamedDigests(selections);
        return selections;
    }

    private static void requireMet(LayerSpec spec, Requirements requirements, Pylock lock, LockChoice choice) {
        Wanted wanted = spec.wanted();
        List<String> unmet = new LockDemand(
                        requirements.requirements(), requirements.constraints(), wanted.overrides(), choice)
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

    private static LayerException outOfDate(Pylock lock, List<String> because) {
        return new LayerException(BuildProblem.LOCK_OUT_OF_DATE, lock.outOfDate(because), "mvn lambda-layer:lock");
    }

    private static int countPackages(List<Selection> selections) {
        return (int) selections.stream()
                .flatMap(selection -> selection.packages().stream())
                .map(Selection.Chosen::name)
                .distinct()
                .count();
    }
}
