package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.cache.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A file that is on its way into the cache, with the digest of what has arrived. */
final class PartFile implements Closeable {

    private final Path path;
    private final long expectedBytes;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.start();
    private long bytes;

    private PartFile(Path path, long expectedBytes, FileChannel channel) {
        this.path = path;
        this.expectedBytes = expectedBytes;
        this.channel = channel;
    }

    /** An empty file; what another process left there is dropped. */
    static PartFile create(Path path, long expectedBytes) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new PartFile(
                    path,
                    expectedBytes,
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING));
        } catch (IOException | UnsupportedOperationException e) {
            throw Disk.unwritable(path, expectedBytes, e);
        }
    }

    Path path() {
        return path;
    }

    /** How many bytes have arrived. */
    long bytes() {
        return bytes;
    }

    /** Adds bytes; a full disk is told with path and need. */
    void write(byte[] source, int length) {
        digest.update(source, 0, length);
        ByteBuffer buffer = ByteBuffer.wrap(source, 0, length);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw Disk.unwritable(path, expectedBytes, e);
        }
        bytes += length;
    }

    /** Forgets everything, and returns how much that was. */
    long restart() {
        long dropped = bytes;
        digest.reset();
        bytes = 0;
        try {
            channel.truncate(0);
            channel.position(0);
        } catch (IOException e) {
            throw Disk.unwritable(path, expectedBytes, e);
        }
        return dropped;
    }

    /** The digest of all bytes; to be asked for once, at the end. */
    String sha256() {
        return Sha256.finish(digest);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
