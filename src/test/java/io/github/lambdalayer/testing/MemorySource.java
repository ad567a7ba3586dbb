package io.github.lambdalayer.testing;

import io.github.lambdalayer.zip.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Bytes of a test as a {@link ByteSource}; counts how often it was read. */
public final class MemorySource implements ByteSource {

    private final String name;
    private final byte[] bytes;
    private int reads;

    public MemorySource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    /** How often {@link #read} was called. */
    public int reads() {
        return reads;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        reads++;
        int length = target.remaining();
        if (position + length > bytes.length) {
            throw new EOFException(name);
        }
        target.put(bytes, (int) position, length);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
        if (position + count > bytes.length) {
            throw new EOFException(name);
        }
        ByteBuffer part = ByteBuffer.wrap(bytes, (int) position, (int) count);
        while (part.hasRemaining()) {
            to.write(part);
        }
        return count;
    }

    @Override
    public void close() {}
}
