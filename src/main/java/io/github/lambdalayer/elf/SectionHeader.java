package io.github.lambdalayer.elf;

import java.nio.ByteBuffer;

/** A section header of a 64-bit file (System V gABI, "Section Header"); what it describes is not needed for loading. */
record SectionHeader(
        int name,
        int type,
        long flags,
        long address,
        long offset,
        long bytes,
        int link,
        int info,
        long align,
        long each) {

    static final int BYTES = 64;

    private static final int SYMBOL_TABLE = 2;
    private static final int NO_BITS = 8;
    private static final int RELOCATIONS_WITH_ADDEND = 4;
    private static final int RELOCATIONS = 9;
    private static final long LOADED = 0x2;
    private static final long INFO_IS_SECTION = 0x40;

    static SectionHeader read(ByteBuffer file, int at) {
        return new SectionHeader(
                file.getInt(at),
                file.getInt(at + 4),
                file.getLong(at + 8),
                file.getLong(at + 16),
                file.getLong(at + 24),
                file.getLong(at + 32),
                file.getInt(at + 40),
                file.getInt(at + 44),
                file.getLong(at + 48),
                file.getLong(at + 56));
    }

    void write(ByteBuffer out) {
        out.putInt(name)
                .putInt(type)
                .putLong(flags)
                .putLong(address)
                .putLong(offset)
                .putLong(bytes);
        out.putInt(link).putInt(info).putLong(align).putLong(each);
    }

    boolean isLoaded() {
        return (flags & LOADED) != 0;
    }

    boolean isSymbolTable() {
        return type == SYMBOL_TABLE;
    }

    /** How many bytes of the file it has. */
    long inFile() {
        return type == NO_BITS ? 0 : bytes;
    }

    boolean infoIsSection() {
        return type == RELOCATIONS || type == RELOCATIONS_WITH_ADDEND || (flags & INFO_IS_SECTION) != 0;
    }

    SectionHeader movedTo(long otherOffset) {
        return new SectionHeader(name, type, flags, address, otherOffset, bytes, link, info, align, each);
    }

    SectionHeader named(int otherName, long otherBytes) {
        return new SectionHeader(otherName, type, flags, address, offset, otherBytes, link, info, align, each);
    }

    SectionHeader linked(int otherLink, int otherInfo) {
        return new SectionHeader(name, type, flags, address, offset, bytes, otherLink, otherInfo, align, each);
    }
}
