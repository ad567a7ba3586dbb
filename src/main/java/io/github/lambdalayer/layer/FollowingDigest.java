package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a file, made in a thread of its own while the file is being written: digesting takes as long as copying,
 * and what was just written is read from memory.
 */
final class FollowingDigest implements AutoCloseable {

    private static final int BUFFER = 256 << 10;
    private static final long STEP = 1 << 20;

    private final Path file;
    private final MessageDigest digest = Sha256.start();
    private final Thread thread = new Thread(this::follow, "lambda-layer-digest");
    private long written;
    private boolean ended;
    private @Nullable IOException failure;

    private FollowingDigest(Path file) {
        this.file = file;
    }

    /** Begins to follow a file that exists already. */
    static FollowingDigest of(Path file) {
        FollowingDigest following = new FollowingDigest(file);
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

    /** The digest of the whole file, whose size is {@code bytes}. */
    byte[] finish(long bytes) throws IOException {
        end(bytes);
        if (failure != null) {
            throw failure;
        }
        return digest.digest();
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
            throw new InterruptedIOException("interrupted while the zip was digested");
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
                    digest.update(buffer);
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            failure = new IOException("interrupted while the zip was digested", e);
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
