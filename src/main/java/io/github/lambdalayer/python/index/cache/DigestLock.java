package io.github.lambdalayer.python.index.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.lambdalayer.problem.LayerException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to write one wheel into the cache, among threads, class loaders and processes. The system takes it back from
 * a process that dies. The file stays: were it deleted, two could each lock a file of that name.
 *
 * <p>Within a JVM the file is open once at most, even to look whether it is locked: "any locks held by a process on a file are
 * released when any file descriptor for that file is closed by that process" (POSIX, fcntl).
 */
public final class DigestLock implements Closeable {

    /** The locked byte lies far behind the content, since Windows lets nobody read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final OneOfTheJvm right;
    private final FileChannel channel;

    /** Whether something in this JVM, which did not ask for the right, has locked the file. */
    private boolean isLockedHere;

    private DigestLock(OneOfTheJvm right, FileChannel channel) {
        this.right = right;
        this.channel = channel;
    }

    /**
     * Waits until nobody else has it.
     *
     * @throws LayerException as {@link LockWait#until}
     * @throws IOException when the lock file cannot be written
     */
    public static DigestLock take(Path file, LockWait waiting) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        DigestLock lock =
                open(file, waiting.until(() -> OneOfTheJvm.of(file), () -> LockHolder.thread(OneOfTheJvm.owner(file))));
        try {
            waiting.until(lock::tryLock, lock::holder);
            lock.sign();
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The lock if it is free at this moment; empty also when the file cannot be opened. */
    public static Optional<DigestLock> tryTake(Path file) {
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
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS)); // Where others write too, a link would have us empty any file.
        } catch (IOException | RuntimeException e) {
            right.close();
            throw e;
        }
    }

    private Optional<FileLock> tryLock() throws IOException {
        try {
            isLockedHere = false;
            return Optional.ofNullable(channel.tryLock(PLACE, 1, false));
        } catch (OverlappingFileLockException e) {
            isLockedHere = true;
            return Optional.empty();
        }
    }

    private void sign() throws IOException {
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid), 0);
    }

    private LockHolder holder() throws IOException {
        return isLockedHere ? LockHolder.plugin() : LockHolder.process(signature());
    }

    private String signature() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(20);
        int read = channel.read(content, 0);
        return new String(content.array(), 0, Math.max(0, read), US_ASCII);
    }

    /** Closing the channel releases its lock. */
    @Override
    public void close() throws IOException {
        try (right) {
            channel.close();
        }
    }
}
