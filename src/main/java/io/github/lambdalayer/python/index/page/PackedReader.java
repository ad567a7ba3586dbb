package io.github.lambdalayer.python.index.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * Reads what {@link Packed} holds, one after the other. Of bytes that somebody else wrote it makes nonsense or a
 * runtime exception.
 */
final class PackedReader {

    private final byte[] bytes;
    private final ByteBuffer in;

    /** Reads from {@code start} on. */
    PackedReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes).position(start);
    }

    /** Where the next thing begins. */
    int position() {
        return in.position();
    }

    int remaining() {
        return in.remaining();
    }

    byte oneByte() {
        return in.get();
    }

    int number() {
        return in.getInt();
    }

    long longNumber() {
        return in.getLong();
    }

    String text() {
        int length = in.getInt();
        String text = length == 0 ? "" : new String(bytes, in.position(), length, UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /** How many texts follow, and these; each takes four bytes at least, so that no nonsense asks for all memory. */
    String[] texts() {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / 4) {
            throw new IllegalArgumentException(count + " texts in " + in.remaining() + " bytes");
        }
        String[] all = new String[count];
        for (int i = 0; i < count; i++) {
            all[i] = text();
        }
        return all;
    }
}
