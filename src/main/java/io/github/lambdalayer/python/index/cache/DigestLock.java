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
 */
final class DigestLock implements Closeable {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofMillis(50);

    /** The locked byte lies far behind the content, since Windows lets nobody read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final FileChannel channel;
    private final FileLock lock;

    private DigestLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
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
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new DigestLock(channel, await(file, channel, forWhat, notes, pause));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The lock if it is free at this moment; empty also when the file cannot be opened. */
    static Optional<DigestLock> tryTake(Path file) {
        try {
            return tryTake(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** As {@link #tryTake(Path)}; the channel is closed unless it is locked. */
    static Optional<DigestLock> tryTake(FileChannel channel) throws IOException {
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = tryLock(channel);
        } finally {
            if (lock.isEmpty()) {
                channel.close();
            }
        }
        return lock.map(taken -> new DigestLock(channel, taken));
    }

    private static FileLock await(Path file, FileChannel channel, String forWhat, Transfers notes, Pause pause)
            throws IOException {
        Optional<FileLock> lock = tryLock(channel);
        for (Duration waited = Duration.ZERO; lock.isEmpty(); waited = waited.plus(STEP)) {
            if (waited.isZero()) {
                notes.note("Waiting for " + owner(channel) + ", which fetches " + forWhat + ".");
            }
            if (waited.compareTo(LONGEST) >= 0) {
                throw locked(file, channel);
            }
            pause.of(STEP);
            lock = tryLock(channel);
        }
        sign(channel);
        return lock.get();
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(PLACE, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // another thread of this JVM has it, perhaps of another class loader
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid), 0);
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(20);
        int read = channel.read(content, 0);
        long pid = read <= 0 ? -1 : Answer.number(new String(content.array(), 0, read, US_ASCII));
        if (pid < 0) {
            return "another process";
        }
        return pid == ProcessHandle.current().pid() ? "another thread of this build" : "process " + pid;
    }

    private static LayerException locked(Path file, FileChannel channel) throws IOException {
        return new LayerException(
                IndexProblem.CACHE_LOCKED,
                capitalised(owner(channel)) + " has held " + file + " for " + LONGEST.toMinutes() + " minutes.",
                "end it, or set another <cacheDirectory>");
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
