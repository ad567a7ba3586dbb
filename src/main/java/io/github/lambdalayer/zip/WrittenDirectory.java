package io.github.lambdalayer.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The directory of an archive that we write, gathered in one buffer together with the end record. */
final class WrittenDirectory {

    /** One below the value that would ask for ZIP64. */
    static final int MAX_ENTRIES = 65_534;

    static final long MAX_BYTES = 0xFFFF_FFFEL;

    private ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
    private int entries;

    void add(Header header) {
        makeRoom(header.centralBytes());
        header.putCentral(buffer);
        entries++;
    }

    /** The bytes of the directory and its end record. */
    long bytes() {
        return (long) buffer.position() + EndRecord.BYTES;
    }

    /** The directory and the end record of an archive whose directory begins at {@code offset}. */
    ByteBuffer finish(long offset) {
        int bytes = buffer.position();
        makeRoom(EndRecord.BYTES);
        buffer.order(ByteOrder.LITTLE_ENDIAN).putInt((int) EndRecord.SIGNATURE).putInt(0);
        buffer.putShort((short) entries).putShort((short) entries);
        buffer.putInt(bytes).putInt((int) offset).putShort((short) 0);
        return buffer.flip();
    }

    private void makeRoom(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
        }
    }
}
