package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.chain.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first step: which wheel of which version, from the lock where there is one, else by resolving. */
final class Locking {

    private final Indexes indexes;
    private final SelectionLog log;

    Locking(Indexes indexes, SelectionLog log) {
        this.indexes = indexes;
        this.log = log;
    }

    /**
     * The wheels of a layer, by target.
     *
     * @throws LayerException when the lock is out of date or missing, or when there is no solution
     */
    List<Selection> select(LayerSpec spec, Requirements requirements) {
        if (!spec.isPython()) {
            return List.of(); // What it holds are files; nothing is chosen.
        }
        Optional<NamedLock> named = NamedLock.of(spec.wanted());
        if (named.isPresent()) {
            return locked(named(spec, requirements, named.get()), named.get().file());
        }
        Path file = spec.lock().file();
        if (Files.exists(file)) {
            return locked(new LockReading(spec, requirements).pylock(file, log), file);
        }
        if (spec.lock().needed() && !spec.wanted().isEmpty()) {
            throw new LayerException(
                    BuildProblem.NO_LOCK,
                    "There is no " + file.getFileName() + ", and <locked> asks for one.",
                    new LockAdvice(spec).needed());
        }
        List<Selection> selections =
                new Resolving(indexes, log).resolve(spec, requirements, spec.targets(), target -> Map.of());
        log.resolved(Selection.countPackages(selections));
        if (!spec.wanted().isEmpty() && !requirements.hashed()) {
            log.warned("There is no " + file.getFileName() + ", so this build can change from day to day; "
                    + new LockAdvice(spec).first() + ".");
        }
        return selections;
    }

    private List<Selection> named(LayerSpec spec, Requirements requirements, NamedLock lock) {
        return switch (lock.kind()) {
            case UV_LOCK -> new LockReading(spec, requirements).uvLock(lock.file(), log);
            // It has no addresses: the indexes say where the files are, and the digests what they are.
            case POETRY_LOCK ->
                new Resolving(indexes, log).resolve(spec, requirements, spec.targets(), target -> Map.of());
            default -> {
                List<Selection> selections = new LockReading(spec, requirements).pylock(lock.file(), log);
                // Only layers that share are divided by it: the others need not read the metadata of all wheels.
                yield spec.wanted().together().isEmpty()
                        ? selections
                        : new WheelNeeds(indexes.index()).completed(selections);
            }
        };
    }

    private List<Selection> locked(List<Selection> selections, Path file) {
        log.locked(Selection.countPackages(selections), file);
        return selections;
    }

    /**
     * Fails when there is a lock that does not satisfy the specification, or none where one is needed.
     *
     * @throws LayerException with {@link BuildProblem#LOCK_OUT_OF_DATE} or {@link BuildProblem#NO_LOCK}
     */
    void requireUpToDate(LayerSpec spec) {
        boolean exists = NamedLock.of(spec.wanted()).isPresent()
                || Files.exists(spec.lock().file());
        if (!spec.wanted().isEmpty() && (exists || spec.lock().needed())) {
            select(spec, Requirements.of(spec));
        }
    }
}
