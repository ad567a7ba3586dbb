package io.github.lambdalayer.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A stretch of headers, whose numbers are unsigned and begin with their lowest byte. */
record Fields(ByteBuffer bytes) {

    static Fields read(ByteSource source, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        source.read(position, buffer);
        return of(buffer.flip());
    }

    static Fields of(ByteBuffer buffer) {
        return new Fields(buffer.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    int length() {
        return bytes.limit();
    }

    int u16(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    long u32(int at) {
        return bytes.getInt(at) & 0xFFFF_FFFFL;
    }

    /** A number of 64 bits; one that is too large for a {@code long} is the largest {@code long}. */
    long u64(int at) {
        long value = bytes.getLong(at);
        return value < 0 ? Long.MAX_VALUE : value;
    }

    Fields part(int at, int length) {
        return of(bytes.duplicate().position(at).limit(at + length));
    }

    byte[] copy() {
        byte[] copy = new byte[length()];
        bytes.get(0, copy);
        return copy;
    }
}
