package io.github.lambdalayer.testing;

import java.io.ByteArrayOutputStream;

/** Bytes put one after the other, numbers with their lowest byte first; a value's upper bits fall off. */
public final class LittleEndian {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public LittleEndian u16(long value) {
        return number(value, 2);
    }

    public LittleEndian u32(long value) {
        return number(value, 4);
    }

    public LittleEndian u64(long value) {
        return number(value, 8);
    }

    public LittleEndian put(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public int size() {
        return out.size();
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    private LittleEndian number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }
}
