package io.github.lambdalayer.python.index.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that grow at their end: numbers with the high byte first, texts with their length before them. */
final class Packed {

    private byte[] bytes = new byte[1024];
    private int length;

    int length() {
        return length;
    }

    Packed putByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    Packed putInt(int value) {
        reserve(4);
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    Packed putLong(long value) {
        return putInt((int) (value >> 32)).putInt((int) value);
    }

    Packed putText(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        return putInt(encoded.length).put(encoded, encoded.length);
    }

    /** A text without its length. */
    Packed putBare(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        return put(encoded, encoded.length);
    }

    /** The bytes that lower-case hexadecimal digits stand for; zeros in place of none. */
    Packed putHex(String digits, int count) {
        reserve(count);
        for (int i = 0; i < digits.length(); i += 2) {
            bytes[length + i / 2] = (byte) (value(digits.charAt(i)) << 4 | value(digits.charAt(i + 1)));
        }
        length += count;
        return this;
    }

    private static int value(char digit) {
        return digit <= '9' ? digit - '0' : digit - 'a' + 10;
    }

    Packed putAll(Packed other) {
        return put(other.bytes, other.length);
    }

    private Packed put(byte[] some, int count) {
        reserve(count);
        System.arraycopy(some, 0, bytes, length, count);
        length += count;
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, length + length / 2));
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
