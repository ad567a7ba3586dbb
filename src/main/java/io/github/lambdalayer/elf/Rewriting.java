package io.github.lambdalayer.elf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Writes a file without some of its sections: what is loaded stays where it is, and the rest moves up behind it. */
final class Rewriting {

    private static final int ALIGNMENT = 8;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final List<SectionHeader> sections;
    private final boolean[] dropped;
    private final int loadedEnd;
    private final int nameSection;

    Rewriting(byte[] bytes, List<SectionHeader> sections, boolean[] dropped, long loadedEnd, int nameSection) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.sections = sections;
        this.dropped = dropped;
        this.loadedEnd = Math.toIntExact(loadedEnd);
        this.nameSection = nameSection;
    }

    byte[] run() {
        ByteBuffer out = ByteBuffer.allocate(bytes.length + ALIGNMENT * (sections.size() + 1))
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(bytes, 0, loadedEnd);
        StringBuilder names = new StringBuilder("\0");
        List<SectionHeader> kept = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            if (!dropped[i]) {
                kept.add(i == nameSection ? named(sections.get(i), names) : moved(sections.get(i), names, out));
            }
        }
        int newNameSection = renumbered(nameSection);
        SectionHeader table = kept.get(newNameSection);
        kept.set(newNameSection, table.movedTo(out.position()).named(table.name(), names.length()));
        out.put(names.toString().getBytes(ISO_8859_1));
        align(out, ALIGNMENT);
        out.putLong(40, out.position()).putShort(60, (short) kept.size()).putShort(62, (short) newNameSection);
        kept.forEach(section -> section.write(out));
        byte[] written = new byte[out.position()];
        out.flip().get(written);
        return written;
    }

    /** The table of names itself is written last, when all of them are known. */
    private SectionHeader named(SectionHeader section, StringBuilder names) {
        SectionHeader renumbered = section.linked(
                renumbered(section.link()), section.infoIsSection() ? renumbered(section.info()) : section.info());
        String name = SectionNames.read(file, sections.get(nameSection), section.name());
        if (name.isEmpty()) {
            return renumbered.named(0, section.bytes());
        }
        names.append(name).append('\0');
        return renumbered.named(names.length() - name.length() - 1, section.bytes());
    }

    private SectionHeader moved(SectionHeader section, StringBuilder names, ByteBuffer out) {
        SectionHeader named = named(section, names);
        if (section.isLoaded() || section.inFile() == 0 || section.offset() + section.inFile() <= loadedEnd) {
            return named;
        }
        align(out, Math.toIntExact(Math.max(1, section.align())));
        SectionHeader moved = named.movedTo(out.position());
        out.put(bytes, Math.toIntExact(section.offset()), Math.toIntExact(section.inFile()));
        return moved;
    }

    private int renumbered(int index) {
        int before = 0;
        for (int i = 0; i < index; i++) {
            before += dropped[i] ? 1 : 0;
        }
        return index - before;
    }

    private static void align(ByteBuffer out, int alignment) {
        while (out.position() % alignment != 0) {
            out.put((byte) 0);
        }
    }
}
