package io.github.lambdalayer.zip;

import java.io.ByteArrayOutputStream;

/** Bits that fill bytes from the lowest on (RFC 1951, 3.1.1). */
final class BitOutput {

    private final ByteArrayOutputStream bytes;
    private long bits;
    private int count;

    BitOutput(int expected) {
        bytes = new ByteArrayOutputStream(expected);
    }

    /** Adds at most 32 bits. */
    void put(int value, int length) {
        bits |= (value & 0xFFFF_FFFFL) << count;
        count += length;
        while (count >= 8) {
            bytes.write((int) bits);
            bits >>>= 8;
            count -= 8;
        }
    }

    byte[] finish() {
        if (count > 0) {
            bytes.write((int) bits);
        }
        return bytes.toByteArray();
    }
}
