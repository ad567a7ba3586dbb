package io.github.lambdalayer.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Bytes in memory as a {@link ByteSource}. */
final class BytesSource implements ByteSource {

    private final String name;
    private final byte[] bytes;

    BytesSource(String name, byte[] bytes) {
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

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        target.put(part(position, target.remaining()));
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
        ByteBuffer part = part(position, count);
        while (part.hasRemaining()) {
            to.write(part);
        }
        return count;
    }

    private ByteBuffer part(long position, long count) throws EOFException {
        if (position > bytes.length - count) {
            throw new EOFException(name + " ends before byte " + bytes.length);
        }
        return ByteBuffer.wrap(bytes, (int) position, (int) count);
    }

    @Override
    public void close() {}
}
