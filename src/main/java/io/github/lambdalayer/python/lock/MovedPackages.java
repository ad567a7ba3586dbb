package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Packages that would come from another index than the lock says, although the pom names the same indexes as before: a
 * name that is suddenly found elsewhere is how a stranger's package gets into a build.
 */
final class MovedPackages {

    private final Pylock before;
    private final Pylock now;

    MovedPackages(Pylock before, Pylock now) {
        this.before = before;
        this.now = now;
    }

    /** @throws LayerException with {@link LockProblem#LOCK_OTHER_INDEX} that names them all */
    void refuse() {
        List<String> moved = sameIndexes() ? moved() : List.of();
        if (!moved.isEmpty()) {
            throw new LayerException(
                    LockProblem.LOCK_OTHER_INDEX,
                    "The pom names the same indexes as when " + before.name()
                            + " was written, but not everything would come from where it came from:\n  "
                            + String.join("\n  ", moved),
                    "say where it belongs: <packages> of that <index>");
        }
    }

    private boolean sameIndexes() {
        return before.spec().of(SpecTopic.INDEXES).equals(now.spec().of(SpecTopic.INDEXES));
    }

    private List<String> moved() {
        return now.entries().stream()
                .filter(LockedPackage.class::isInstance)
                .map(LockedPackage.class::cast)
                .filter(locked -> !locked.index().isEmpty())
                .flatMap(locked -> moved(locked).stream())
                .distinct()
                .toList();
    }

    /** A package that was in a folder of wheels before is none that moved: its index was nobody's choice. */
    private List<String> moved(LockedPackage locked) {
        List<String> known = before.locked(locked.name()).stream()
                .map(LockedPackage::index)
                .filter(index -> !index.isEmpty())
                .distinct()
                .toList();
        if (known.isEmpty() || known.contains(locked.index())) {
            return List.of();
        }
        String from = known.stream().map(Credentialless::shown).collect(Collectors.joining(" and "));
        return List.of(locked.name() + ": " + from + " before, " + Credentialless.shown(locked.index()) + " now");
    }
}
