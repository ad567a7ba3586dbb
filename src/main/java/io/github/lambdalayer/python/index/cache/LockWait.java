package io.github.lambdalayer.python.index.cache;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Pause;
import io.github.lambdalayer.python.index.Transfers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Waits for whoever fetches a wheel, with a note, as long as bytes come; large wheels over slow lines take hours. */
public final class LockWait {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Path lock;
    private final Path part;
    private final String wheel;
    private final Transfers notes;
    private final Pause pause;
    private boolean isNoted;
    private long bytes;
    private Duration sinceLastByte = Duration.ZERO;

    /**
     * The wait for one wheel.
     *
     * @param part what the other fetches into
     * @param wheel the name of the wheel, for the note that is given once
     */
    public LockWait(Path lock, Path part, String wheel, Transfers notes, Pause pause) {
        this.lock = lock;
        this.part = part;
        this.wheel = wheel;
        this.notes = notes;
        this.pause = pause;
    }

    /** Something that may fail to read a file. */
    interface Reading<T> {
        T get() throws IOException;
    }

    /**
     * Tries until there is a result.
     *
     * @throws LayerException with {@link IndexProblem#CACHE_LOCKED} when no byte has come for ten minutes
     */
    <T> T until(Reading<Optional<T>> attempt, Reading<LockHolder> holder) throws IOException {
        Optional<T> result = attempt.get();
        while (result.isEmpty()) {
            step(holder);
            result = attempt.get();
        }
        return result.get();
    }

    private void step(Reading<LockHolder> holder) throws IOException {
        if (!isNoted) {
            notes.note("Waiting for " + holder.get().name() + ", which fetches " + wheel + ".");
            isNoted = true;
        }
        if (sinceLastByte.compareTo(LONGEST) >= 0) {
            throw locked(holder.get());
        }
        pause.of(STEP);
        sinceLastByte = hasGrown() ? Duration.ZERO : sinceLastByte.plus(STEP);
    }

    private boolean hasGrown() {
        long before = bytes;
        bytes = part.toFile().length(); // 0 when it is not there
        return bytes > before;
    }

    private LayerException locked(LockHolder holder) {
        return new LayerException(
                IndexProblem.CACHE_LOCKED,
                holder.capitalised() + " holds " + lock + ", but no byte of " + wheel + " has come for "
                        + LONGEST.toMinutes() + " minutes.",
                holder.hint());
    }
}
