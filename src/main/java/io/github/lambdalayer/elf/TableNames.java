package io.github.lambdalayer.elf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Names of the string table, by where they begin in it; read in that order. */
final class TableNames {

    private static final int MAX_BYTES = 4096;
    private static final int STEP = 64;

    private final Map<Long, String> names = new TreeMap<>();

    void want(long offset) {
        names.put(offset, "");
    }

    String get(long offset) {
        return names.getOrDefault(offset, "");
    }

    void read(ElfReader reader, Segments.Place table) throws IOException {
        for (Map.Entry<Long, String> each : names.entrySet()) {
            long offset = each.getKey();
            if (offset < 0 || offset >= table.bytes()) {
                throw reader.bad("a name of it is nowhere");
            }
            each.setValue(read(reader, table.offset() + offset, table.bytes() - offset));
        }
    }

    /** Reads on in small steps until the name ends, which most do in the first. */
    private static String read(ElfReader reader, long position, long left) throws IOException {
        byte[] name = new byte[MAX_BYTES];
        int length = 0;
        while (length < Math.min(left, MAX_BYTES)) {
            int step = (int) Math.min(STEP, Math.min(left, MAX_BYTES) - length);
            ByteBuffer next = reader.read(position + length, step);
            for (int i = 0; i < step; i++) {
                if (next.get(i) == 0) {
                    return new String(name, 0, length, UTF_8);
                }
                name[length++] = next.get(i);
            }
        }
        throw reader.bad("a name of it does not end");
    }
}
