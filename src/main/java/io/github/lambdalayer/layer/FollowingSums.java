package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a file, made in a thread of its own while the file is being written: digesting takes as long as copying, and
 * what was just written is read from memory. Where the file is expected to become one that was written before, its CRC-32
 * says whether it did, and it is digested only when it did not.
 */
final class FollowingSums implements AutoCloseable {

    private static final int BUFFER = 256 << 10;
    private static final long STEP = 1 << 20;

    private final Path file;
    private final Optional<ZipSums> expected;
    private final CRC32 crc = new CRC32();
    private final MessageDigest digest = Sha256.start();
    private final Thread thread = new Thread(this::follow, "lambda-layer-sums");
    private long written;
    private boolean ended;
    private @Nullable IOException failure;

    private FollowingSums(Path file, Optional<ZipSums> expected) {
        this.file = file;
        this.expected = expected;
    }

    /** Begins to follow a file that exists already. */
    static FollowingSums of(Path file, Optional<ZipSums> expected) {
        FollowingSums following = new FollowingSums(file, expected);
        following.thread.setDaemon(true);
        following.thread.start();
        return following;
    }

    /** Tells that the file's first {@code bytes} bytes will not change any more. */
    synchronized void reached(long bytes) {
        if (bytes - written >= STEP) {
            written = bytes;
            notifyAll();
        }
    }

    /** The sums of the whole file, whose size is {@code bytes}. */
    ZipSums finish(long bytes) throws IOException {
        end(bytes);
        if (failure != null) {
            throw failure;
        }
        if (expected.isEmpty()) {
            return new ZipSums(bytes, crc.getValue(), Sha256.finish(digest));
        }
        ZipSums before = expected.get();
        return before.bytes() == bytes && before.crc32() == crc.getValue()
                ? before
                : new ZipSums(bytes, crc.getValue(), Sha256.hex(Sha256.digest(file)));
    }

    private void end(long bytes) throws IOException {
        synchronized (this) {
            written = bytes;
            ended = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the zip was read");
        }
    }

    private void follow() {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            long done = 0;
            for (long limit = await(done); limit > done; limit = await(done)) {
                while (done < limit) {
                    buffer.clear().limit((int) Math.min(BUFFER, limit - done));
                    if (channel.read(buffer, done) < 0) {
                        throw new IOException(file + " became shorter while it was written");
                    }
                    done += buffer.flip().limit();
                    crc.update(buffer);
                    if (expected.isEmpty()) {
                        digest.update(buffer.rewind());
                    }
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            failure = new IOException("interrupted while the zip was read", e);
        }
    }

    /** How many bytes are written, once they are more than {@code done}; {@code done} when there will be no more. */
    private synchronized long await(long done) throws InterruptedException {
        while (written <= done && !ended) {
            wait();
        }
        return written;
    }

    /** Ends the thread, also when writing failed. */
    @Override
    public void close() throws IOException {
        end(0);
    }
}
