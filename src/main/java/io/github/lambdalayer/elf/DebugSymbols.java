package io.github.lambdalayer.elf;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes out of a library what debuggers read and the loader does not: the sections {@code .debug_…}, and the table of
 * symbols beside the dynamic one. Nothing that is loaded moves, and a file that is laid out in any unusual way is left as
 * it is.
 *
 * <pre>{@code
 * Optional<byte[]> smaller = DebugSymbols.remove(library);
 * }</pre>
 */
public final class DebugSymbols {

    private static final int HEADER_BYTES = 64;
    private static final int SEGMENT_BYTES = 56;
    private static final int MAGIC = 0x464c457f;
    private static final int MAX_SECTIONS = 4096;
    private static final int WORTH_IT = 4096;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final List<SectionHeader> sections = new ArrayList<>();

    private DebugSymbols(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The file without them; empty when that saves nothing worth the trouble, or when it is no usual library. */
    public static Optional<byte[]> remove(byte[] elf) {
        DebugSymbols symbols = new DebugSymbols(elf);
        try {
            return symbols.isUsual() ? symbols.remove() : Optional.empty();
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | BufferOverflowException e) {
            return Optional.empty(); // Its tables lead nowhere.
        }
    }

    /** 64 bits, lowest byte first, a program or library, with sections whose names are known. */
    private boolean isUsual() {
        if (bytes.length < HEADER_BYTES || file.getInt(0) != MAGIC || bytes[4] != 2 || bytes[5] != 1) {
            return false;
        }
        int type = file.getShort(16);
        int count = file.getShort(60) & 0xFFFF;
        int names = file.getShort(62) & 0xFFFF;
        return (type == 2 || type == 3)
                && file.getShort(58) == SectionHeader.BYTES
                && file.getShort(54) == SEGMENT_BYTES
                && count > 1
                && count < MAX_SECTIONS
                && names > 0
                && names < count;
    }

    private Optional<byte[]> remove() {
        int count = file.getShort(60) & 0xFFFF;
        long table = file.getLong(40);
        for (int i = 0; i < count; i++) {
            sections.add(SectionHeader.read(file, Math.toIntExact(table) + i * SectionHeader.BYTES));
        }
        if (hasSomethingAppended(table + (long) count * SectionHeader.BYTES)) {
            return Optional.empty();
        }
        boolean[] dropped = dropped();
        if (!canDrop(dropped)) {
            return Optional.empty();
        }
        byte[] smaller = new Rewriting(bytes, sections, dropped, loadedEnd(), nameSection()).run();
        return bytes.length - smaller.length >= WORTH_IT ? Optional.of(smaller) : Optional.empty();
    }

    /** Some programs carry data behind their own end, and find it from there. */
    private boolean hasSomethingAppended(long endOfTable) {
        long end = Math.max(endOfTable, loadedEnd());
        for (SectionHeader section : sections) {
            end = Math.max(end, section.offset() + section.inFile());
        }
        return end != bytes.length;
    }

    private boolean[] dropped() {
        boolean[] dropped = new boolean[sections.size()];
        for (int i = 1; i < dropped.length; i++) {
            SectionHeader section = sections.get(i);
            if (!section.isLoaded() && (section.isSymbolTable() || isForDebuggers(name(section)))) {
                dropped[i] = true;
                if (section.isSymbolTable() && section.link() != nameSection()) {
                    dropped[section.link()] = !sections.get(section.link()).isLoaded();
                }
            }
        }
        return dropped;
    }

    private static boolean isForDebuggers(String name) {
        return name.startsWith(".debug_")
                || name.startsWith(".zdebug_")
                || name.startsWith(".gnu.debuglto_")
                || name.equals(".gdb_index")
                || name.equals(".gnu_debugdata");
    }

    /** Symbols name sections by number, and what stays may not point to what goes. */
    private boolean canDrop(boolean[] dropped) {
        boolean any = false;
        for (int i = 1; i < dropped.length; i++) {
            SectionHeader section = sections.get(i);
            any |= dropped[i];
            boolean pointsToDropped =
                    !dropped[i] && (dropped[section.link()] || (section.infoIsSection() && dropped[section.info()]));
            if (pointsToDropped || (any && section.isLoaded())) {
                return false;
            }
        }
        return any;
    }

    /** Where the last byte that is loaded, or that says what is loaded, ends. */
    private long loadedEnd() {
        int count = file.getShort(56) & 0xFFFF;
        long segments = file.getLong(32);
        long end = Math.max(HEADER_BYTES, segments + (long) count * SEGMENT_BYTES);
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(segments) + i * SEGMENT_BYTES;
            end = Math.max(end, file.getLong(at + 8) + file.getLong(at + 32));
        }
        for (SectionHeader section : sections) {
            end = section.isLoaded() ? Math.max(end, section.offset() + section.inFile()) : end;
        }
        return end;
    }

    private int nameSection() {
        return file.getShort(62) & 0xFFFF;
    }

    private String name(SectionHeader section) {
        return SectionNames.read(file, sections.get(nameSection()), section.name());
    }
}
