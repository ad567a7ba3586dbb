package io.github.lambdalayer.zip;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * Bytes that can be read at any place: a file, or ranges of something remote.
 *
 * <pre>{@code
 * try (ByteSource wheel = ByteSource.file(Path.of("six-1.16.0-py2.py3-none-any.whl"))) {
 *     wheel.read(wheel.size() - 22, endRecord);
 * }
 * }</pre>
 *
 * <p>The position is an argument of each call, so several threads may read one source at once.
 */
public interface ByteSource extends Closeable {

    /** What sentences call it, for example {@code six-1.16.0-py2.py3-none-any.whl}. */
    String name();

    /** How many bytes there are. */
    long size();

    /**
     * Fills what remains of {@code target} with the bytes from {@code position} on.
     *
     * @throws EOFException when the source ends before {@code target} is full
     */
    void read(long position, ByteBuffer target) throws IOException;

    /**
     * Writes {@code count} bytes from {@code position} on to {@code to}, and returns {@code count}.
     *
     * @throws EOFException when the source ends before that
     */
    default long transferTo(long position, long count, WritableByteChannel to) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, 64 << 10));
        for (long done = 0; done < count; done += piece.limit()) {
            piece.clear().limit((int) Math.min(piece.capacity(), count - done));
            read(position + done, piece);
            piece.flip();
            while (piece.hasRemaining()) {
                to.write(piece);
            }
        }
        return count;
    }

    /** Bytes in memory. */
    static ByteSource of(String name, byte[] bytes) {
        return new BytesSource(name, bytes);
    }

    /** The bytes of a file, named by its last part; it stays open until the source is closed. */
    static ByteSource file(Path file) throws IOException {
        return file(file, String.valueOf(file.getFileName()));
    }

    /** The bytes of a file that sentences call {@code name}: a file of a cache has a name that says nothing. */
    static ByteSource file(Path file, String name) throws IOException {
        return FileSource.open(file, name);
    }
}
