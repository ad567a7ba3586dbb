package io.github.lambdalayer.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

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
        if (position > bytes.length - target.remaining()) {
            throw new EOFException(name + " ends before byte " + bytes.length);
        }
        target.put(bytes, (int) position, target.remaining());
    }

    @Override
    public void close() {}
}
