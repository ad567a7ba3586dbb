package io.github.lambdalayer.python.index.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.http.Answer;
import io.github.lambdalayer.python.index.http.Pause;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * The right to write one wheel into the cache, among threads, class loaders and processes. The system takes it back from
 * a process that dies. The file stays: were it deleted, two could each lock a file of that name.
 *
 * <p>Within a JVM the file is open once at most, even to look whether it is locked: "any locks held by a process on a file are
 * released when any file descriptor for that file is closed by that process" (POSIX, fcntl).
 */
final class DigestLock implements Closeable {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofMillis(50);

    /** The locked byte lies far behind the content, since Windows lets nobody read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final OneOfTheJvm right;
    private final FileChannel channel;

    private DigestLock(OneOfTheJvm right, FileChannel channel) {
        this.right = right;
        this.channel = channel;
    }

    /**
     * Waits until nobody else has it.
     *
     * @param forWhat the wheel, for the note that is given once when it has to wait
     * @throws LayerException with {@link IndexProblem#CACHE_LOCKED} after ten minutes, naming process and file
     * @throws IOException when the lock file cannot be written
     */
    static DigestLock take(Path file, String forWhat, Transfers notes, Pause pause) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Waiting waiting = new Waiting(file, forWhat, notes, pause);
        DigestLock lock = open(file, waiting.until(() -> OneOfTheJvm.of(file), () -> "another thread of this build"));
        try {
            waiting.until(lock::tryLock, lock::owner);
            lock.sign();
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The lock if it is free at this moment; empty also when the file cannot be opened. */
    static Optional<DigestLock> tryTake(Path file) {
        try {
            Optional<OneOfTheJvm> right = OneOfTheJvm.of(file);
            return right.isEmpty() ? Optional.empty() : tryTake(open(file, right.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<DigestLock> tryTake(DigestLock lock) throws IOException {
        boolean isFree = false;
        try {
            isFree = lock.tryLock().isPresent();
        } finally {
            if (!isFree) {
                lock.close();
            }
        }
        return isFree ? Optional.of(lock) : Optional.empty();
    }

    private static DigestLock open(Path file, OneOfTheJvm right) throws IOException {
        try {
            return new DigestLock(
                    right,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException | RuntimeException e) {
            right.close();
            throw e;
        }
    }

    private Optional<FileLock> tryLock() throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(PLACE, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // another program in this JVM has it
        }
    }

    private void sign() throws IOException {
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid), 0);
    }

    private String owner() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(20);
        int read = channel.read(content, 0);
        long pid = read <= 0 ? -1 : Answer.number(new String(content.array(), 0, read, US_ASCII));
        return pid < 0 ? "another process" : "process " + pid;
    }

    /** Waits, with a note, and not for ever. */
    private static final class Waiting {

        private final Path file;
        private final String forWhat;
        private final Transfers notes;
        private final Pause pause;
        private Duration waited = Duration.ZERO;

        Waiting(Path file, String forWhat, Transfers notes, Pause pause) {
            this.file = file;
            this.forWhat = forWhat;
            this.notes = notes;
            this.pause = pause;
        }

        private interface Attempt<T> {
            T run() throws IOException;
        }

        <T> T until(Attempt<Optional<T>> attempt, Attempt<String> owner) throws IOException {
            Optional<T> result = attempt.run();
            while (result.isEmpty()) {
                if (waited.isZero()) {
                    notes.note("Waiting for " + owner.run() + ", which fetches " + forWhat + ".");
                }
                if (waited.compareTo(LONGEST) >= 0) {
                    throw locked(owner.run());
                }
                pause.of(STEP);
                waited = waited.plus(STEP);
                result = attempt.run();
            }
            return result.get();
        }

        private LayerException locked(String owner) {
            return new LayerException(
                    IndexProblem.CACHE_LOCKED,
                    Character.toUpperCase(owner.charAt(0)) + owner.substring(1) + " has held " + file + " for "
                            + LONGEST.toMinutes() + " minutes.",
                    "end it, or set another <cacheDirectory>");
        }
    }

    /** Closing the channel releases its lock. */
    @Override
    public void close() throws IOException {
        try (right) {
            channel.close();
        }
    }
}
