package io.github.lambdalayer.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The versions that a file needs of other libraries ({@code .gnu.version_r}; LSB, "Version Requirements"). */
final class VersionTable {

    private static final int RECORD_BYTES = 16;
    private static final int MAX_BYTES = 256 << 10;
    private static final int MAX_RECORDS = 8192;
    private static final int WEAK = 2;

    /** Where the names of a library and of one of its versions begin in the string table. */
    record Entry(long library, long version) {}

    private final ElfReader reader;
    private final ByteBuffer table;
    private final List<Entry> entries = new ArrayList<>();

    private VersionTable(ElfReader reader, ByteBuffer table) {
        this.reader = reader;
        this.table = table;
    }

    static List<Entry> read(ElfReader reader, Segments.Place place, long libraries) throws IOException {
        int length = (int) Math.min(place.bytes(), MAX_BYTES);
        VersionTable versions = new VersionTable(reader, reader.read(place.offset(), length));
        long at = 0;
        for (long i = 0; i < Math.min(libraries, MAX_RECORDS); i++) {
            versions.library(versions.checked(at));
            long next = versions.u32(at, 12);
            if (next == 0) {
                break;
            }
            at += next;
        }
        return versions.entries;
    }

    private void library(int at) {
        long library = u32(at, 4);
        int count = table.getShort(at + 2) & 0xFFFF;
        long aux = at + u32(at, 8);
        for (int i = 0; i < count; i++) {
            int place = checked(aux);
            boolean weak = (table.getShort(place + 4) & WEAK) != 0;
            if (!weak) {
                entries.add(new Entry(library, u32(place, 8)));
            }
            aux += u32(place, 12);
        }
        if (entries.size() > MAX_RECORDS) {
            throw reader.bad("its table of versions does not end");
        }
    }

    private long u32(long record, int field) {
        return table.getInt((int) record + field) & 0xFFFF_FFFFL;
    }

    private int checked(long at) {
        if (at < 0 || at > table.limit() - RECORD_BYTES) {
            throw reader.bad("its table of versions leads nowhere");
        }
        return (int) at;
    }
}
