package io.github.lambdalayer.elf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** The table of names of sections. */
final class SectionNames {

    private static final int LONGEST = 256;

    private SectionNames() {}

    /** The name that begins at a place of the table. */
    static String read(ByteBuffer file, SectionHeader table, int at) {
        int begin = Math.addExact(Math.toIntExact(table.offset()), at);
        byte[] name = new byte[LONGEST];
        int length = 0;
        while (length < LONGEST && file.get(begin + length) != 0) {
            name[length] = file.get(begin + length);
            length++;
        }
        return new String(name, 0, length, ISO_8859_1);
    }
}
