package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.target.TagMatch;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one wheel of a locked package that fits a target best. */
final class LockedWheelChoice {

    private static final int MOST_TOLD = 4;

    private final Pylock lock;
    private final LockChoice choice;

    LockedWheelChoice(Pylock lock, LockChoice choice) {
        this.lock = lock;
        this.choice = choice;
    }

    IndexFile file(LockedPackage locked) {
        LockedWheel wheel = best(locked, choice.target()).orElseThrow(() -> noWheel(locked));
        return new IndexFile(
                wheel.filename(),
                wheel.url(),
                wheel.sha256(),
                wheel.bytes(),
                locked.requiresPython(),
                false,
                "",
                wheel.uploadTime(),
                false,
                "",
                indexId(locked, wheel));
    }

    /** The wheel with the best tag; among equals the first, as the reference implementation has it. */
    static Optional<LockedWheel> best(LockedPackage locked, PythonTarget target) {
        LockedWheel best = null;
        int rank = Integer.MAX_VALUE;
        for (LockedWheel wheel : locked.wheels()) {
            if (target.tags().match(wheel.filename().tags()) instanceof TagMatch.Fits fits && fits.rank() < rank) {
                best = wheel;
                rank = fits.rank();
            }
        }
        return Optional.ofNullable(best);
    }

    private TagMatch match(LockedWheel wheel) {
        return choice.target().tags().match(wheel.filename().tags());
    }

    private LayerException noWheel(LockedPackage locked) {
        String misfits = locked.wheels().stream()
                .sorted(Comparator.comparingInt(wheel -> distance(match(wheel))))
                .limit(MOST_TOLD)
                .map(wheel -> "\n  " + wheel + ": " + match(wheel).because())
                .collect(Collectors.joining());
        int untold = locked.wheels().size() - MOST_TOLD;
        return new LayerException(
                LockProblem.LOCK_NO_WHEEL,
                lock.name() + " has no wheel of " + locked + " for " + choice.target() + ":" + misfits
                        + (untold > 0 ? "\n  and " + untold + " more" : ""),
                lock.relock());
    }

    /** The nearest misfits are told first: a newer glibc before another ABI, another system last. */
    private static int distance(TagMatch match) {
        List<Class<? extends TagMatch>> order =
                List.of(TagMatch.NewerGlibc.class, TagMatch.OtherAbi.class, TagMatch.OtherPython.class);
        int place = order.indexOf(match.getClass());
        return place < 0 ? order.size() : place;
    }

    /** Files without an index go by their host, since credentials belong to a host. */
    private String indexId(LockedPackage locked, LockedWheel wheel) {
        return choice.indexes().stream()
                .filter(index ->
                        locked.index().isEmpty() ? sameHost(index.url(), wheel.url()) : index.isAt(locked.index()))
                .map(IndexLocation::id)
                .findFirst()
                .orElse(locked.index());
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getHost() != null
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
