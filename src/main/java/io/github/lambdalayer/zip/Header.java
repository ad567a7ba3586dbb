package io.github.lambdalayer.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The two headers of an entry that we write; the date is 1980-01-01 00:00:00, the first that the format has. */
final class Header {

    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;

    private static final int MADE_BY_UNIX = 3 << 8 | 20;
    private static final int VERSION_NEEDED = 20;
    private static final int UTF8_FLAG = 0x0800;
    private static final int MIDNIGHT = 0;
    private static final int FIRST_OF_JANUARY_1980 = 1 << 5 | 1;

    private final byte[] name;
    private final int unixMode;
    private final RawEntry entry;
    private final long offset;

    Header(byte[] name, int unixMode, RawEntry entry, long offset) {
        this.name = name;
        this.unixMode = unixMode;
        this.entry = entry;
        this.offset = offset;
    }

    void putLocal(ByteBuffer out) {
        out.order(ByteOrder.LITTLE_ENDIAN).putInt(0x04034b50);
        putShared(out);
        out.put(name);
    }

    void putCentral(ByteBuffer out) {
        out.order(ByteOrder.LITTLE_ENDIAN).putInt(0x02014b50).putShort((short) MADE_BY_UNIX);
        putShared(out);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        out.putInt(unixMode << 16).putInt((int) offset).put(name);
    }

    int centralBytes() {
        return CENTRAL_BYTES + name.length;
    }

    private void putShared(ByteBuffer out) {
        int flags = EntryName.isAscii(name) ? 0 : UTF8_FLAG;
        out.putShort((short) VERSION_NEEDED).putShort((short) flags).putShort((short) entry.method());
        out.putShort((short) MIDNIGHT).putShort((short) FIRST_OF_JANUARY_1980).putInt((int) entry.crc());
        out.putInt((int) entry.compressedBytes()).putInt((int) entry.unzippedBytes());
        out.putShort((short) name.length).putShort((short) 0);
    }
}
