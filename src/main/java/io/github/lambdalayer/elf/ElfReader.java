package io.github.lambdalayer.elf;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Finds the dynamic section of a file by its program headers; section headers may be missing. */
final class ElfReader {

    private static final int IDENT_BYTES = 20;
    private static final int HEADER_BYTES = 64;
    private static final int MAGIC = 0x464c457f;
    private static final int LITTLE_ENDIAN = 1;
    private static final int BITS_64 = 2;

    private final ElfBytes bytes;
    private final String name;

    ElfReader(ElfBytes bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    Optional<ElfFile> read() throws IOException {
        ByteBuffer ident = ident();
        if (ident.limit() < IDENT_BYTES || ident.getInt(0) != MAGIC) {
            return Optional.empty();
        }
        boolean little = ident.get(5) == LITTLE_ENDIAN;
        boolean wide = ident.get(4) == BITS_64;
        ident.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        ElfMachine machine = new ElfMachine(ident.getShort(18) & 0xFFFF);
        if (!little || !wide) {
            return Optional.of(new ElfFile(machine, wide ? 64 : 32, "", List.of(), "", "", List.of()));
        }
        try {
            return Optional.of(dynamic(machine));
        } catch (EOFException e) {
            throw bad("it ends before its tables do");
        }
    }

    /** The first bytes; none when the file is shorter. */
    private ByteBuffer ident() throws IOException {
        try {
            return read(0, IDENT_BYTES);
        } catch (EOFException e) {
            return ByteBuffer.allocate(0);
        }
    }

    private ElfFile dynamic(ElfMachine machine) throws IOException {
        ByteBuffer header = read(0, HEADER_BYTES);
        Segments segments = Segments.read(this, header);
        Optional<Segments.Place> place = segments.dynamic();
        if (place.isEmpty()) {
            return new ElfFile(machine, 64, "", List.of(), "", "", List.of());
        }
        return new DynamicSection(this, segments).read(place.get()).toFile(machine);
    }

    ByteBuffer read(long position, int length) throws IOException {
        if (position < 0 || position > Long.MAX_VALUE - length) {
            throw bad("a table of it is nowhere");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.read(position, buffer);
        return buffer.flip();
    }

    LayerException bad(String because) {
        return new LayerException(
                ElfProblem.BAD_ELF,
                Printable.name(name) + " is a broken library: " + because + ".",
                "choose another release");
    }
}
