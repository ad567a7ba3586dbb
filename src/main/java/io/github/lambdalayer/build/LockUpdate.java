package io.github.lambdalayer.build;

import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.lock.LockEntry;
import io.github.lambdalayer.python.lock.Pylock;
import io.github.lambdalayer.python.lock.PylockReader;
import io.github.lambdalayer.python.lock.PylockWriter;
import io.github.lambdalayer.python.name.PackageName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The goal {@code lock}: resolves anew what a lock is for, and writes it; no other goal does. */
final class LockUpdate {

    private final Indexes indexes;
    private final BuildLog log;

    LockUpdate(Indexes indexes, BuildLog log) {
        this.indexes = indexes;
        this.log = log;
    }

    /**
     * Resolves for all that the lock is for and writes it; versions that are locked are kept where they still fit.
     *
     * @param upgrade what is chosen anew
     * @return the packages of the lock as it was, and as it is now
     */
    Set<PackageName> write(LayerSpec spec, Upgrade upgrade) {
        if (isNothingToLock(spec)) {
            return Set.of();
        }
        Path file = spec.lock().file();
        Requirements requirements = Requirements.of(spec);
        List<Path> folders = requirements.wheelFolders(spec);
        Optional<Pylock> before = Files.exists(file) ? Optional.of(PylockReader.read(file, folders)) : Optional.empty();
        before.ifPresent(Pylock::requireThatNoAttestationIsLost);
        List<Selection> selections = new Resolving(indexes, log)
                .resolve(
                        spec,
                        requirements,
                        spec.lock().targets(),
                        target -> before.map(lock -> upgrade.keep(lock.versions(target)))
                                .orElse(Map.of()));
        Pylock anew = asLock(spec, requirements, selections);
        before.ifPresent(old -> old.requireSameIndexes(anew));
        boolean changed = PylockWriter.write(anew, file, folders);
        log.wroteLock(file, Selection.countPackages(selections), changed);
        return Stream.concat(before.stream(), Stream.of(anew))
                .flatMap(lock -> lock.entries().stream())
                .map(LockEntry::name)
                .collect(Collectors.toSet());
    }

    /** Says so, and fails where another tool writes the lock. */
    private boolean isNothingToLock(LayerSpec spec) {
        if (!spec.isPython()) {
            log.skipped("the lock", "a layer of " + spec.language() + " has none");
            return true;
        }
        NamedLock.of(spec.wanted()).ifPresent(named -> {
            throw named.notWrittenHere();
        });
        boolean isNothing = spec.wanted().isEmpty() && !Files.exists(spec.lock().file());
        if (isNothing) {
            log.skipped("the lock", "nothing is required");
        }
        return isNothing;
    }

    /** What was chosen, in the form of a lock. */
    static Pylock asLock(LayerSpec spec, Requirements requirements, List<Selection> selections) {
        return Pylock.of(
                selections.stream().map(Selection::locked).toList(),
                LockTopics.of(spec, requirements),
                spec.indexes().indexes());
    }
}
