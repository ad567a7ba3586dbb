package io.github.lambdalayer.zip;

import java.util.Map;

/** One header of the directory (APPNOTE 4.3.12), and the rules that it must obey by itself. */
final class CentralHeader {

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    /** Two hints about the deflate level, and UTF-8. */
    private static final int ALLOWED_FLAGS = 0x0002 | 0x0004 | 0x0800;

    private static final int ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
    private static final int DATA_DESCRIPTOR = 0x0008;
    private static final int VERSION_2_0 = 20;
    private static final int VERSION_ZIP64 = 45;

    private static final Map<Integer, String> METHODS =
            Map.of(9, "deflate64", 12, "bzip2", 14, "LZMA", 93, "zstd", 95, "xz", 99, "AES");

    /** Which of the rules count. */
    enum Rules {
        /** All: an archive that every reader takes for the same files. */
        OWN,
        /** Those without which nobody can tell what is in the archive. */
        FOREIGN
    }

    private CentralHeader() {}

    static RawEntry parse(Fields header, Rules rules, String archive) {
        return rules == Rules.OWN ? own(header, archive) : foreign(header, archive);
    }

    private static RawEntry own(Fields header, String archive) {
        int nameBytes = header.u16(28);
        String name = EntryName.decode(header.part(CentralDirectory.FIXED_BYTES, nameBytes), header.u16(8), archive);
        checkFlags(header.u16(8), name, archive);
        checkMethod(header.u16(10), name, archive);
        if (header.u16(32) != 0 || header.u16(34) != 0) {
            String what = header.u16(32) != 0 ? "has a comment." : "is on another disk of a split archive.";
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(archive, name, what);
        }
        ExtraFields extras =
                ExtraFields.parse(header.part(CentralDirectory.FIXED_BYTES + nameBytes, header.u16(30)), name, archive);
        RawEntry entry = entry(header, name, extras);
        checkVersion(header.u16(6), extras.hasZip64(), name, archive);
        checkType(entry, archive);
        checkSizes(entry, archive);
        return entry;
    }

    private static RawEntry foreign(Fields header, String archive) {
        int nameBytes = header.u16(28);
        String name = EntryName.decode(header.part(CentralDirectory.FIXED_BYTES, nameBytes), archive);
        if ((header.u16(8) & ENCRYPTED) != 0) {
            throw ZipProblem.BAD_COMPRESSION.inEntry(archive, name, "is encrypted.");
        }
        checkMethod(header.u16(10), name, archive);
        ExtraFields extras = ExtraFields.parseForeign(
                header.part(CentralDirectory.FIXED_BYTES + nameBytes, header.u16(30)), name, archive);
        RawEntry entry = entry(header, name, extras);
        if (!entry.isLink()) {
            checkType(entry, archive);
        }
        checkSizes(entry, archive);
        return entry.asForeign();
    }

    private static RawEntry entry(Fields header, String name, ExtraFields extras) {
        long unzipped = extras.widened(header.u32(24));
        long compressed = extras.widened(header.u32(20));
        long offset = extras.widened(header.u32(42));
        extras.finish();
        int mode = (int) (header.u32(38) >>> 16);
        return new RawEntry(
                name, header.u16(10), header.u16(8), header.u32(16), compressed, unzipped, mode, offset, -1);
    }

    private static void checkFlags(int flags, String name, String archive) {
        if ((flags & ENCRYPTED) != 0) {
            throw ZipProblem.BAD_COMPRESSION.inEntry(archive, name, "is encrypted.");
        }
        if ((flags & DATA_DESCRIPTOR) != 0) {
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(
                    archive, name, "has its sizes in a data descriptor, which readers can be misled by.");
        }
        if ((flags & ~ALLOWED_FLAGS) != 0) {
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(
                    archive, name, String.format("has the flags 0x%04x, which nobody knows.", flags));
        }
    }

    private static void checkMethod(int method, String name, String archive) {
        if (method != RawEntry.STORED && method != RawEntry.DEFLATED) {
            String known = METHODS.containsKey(method) ? " (" + METHODS.get(method) + ")" : "";
            throw ZipProblem.BAD_COMPRESSION.inEntry(
                    archive, name, "is compressed by method " + method + known + "; only 0 and 8 (deflate) are read.");
        }
    }

    private static void checkVersion(int version, boolean zip64, String name, String archive) {
        if (version > VERSION_2_0 && !(version == VERSION_ZIP64 && zip64)) {
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(
                    archive, name, "needs version " + version / 10 + "." + version % 10 + " of the format.");
        }
    }

    private static void checkType(RawEntry entry, String archive) {
        int type = entry.unixMode() & TYPE;
        if (entry.isLink()) {
            throw ZipProblem.BAD_ENTRY_TYPE.inEntry(archive, entry.name(), "is a symbolic link.");
        }
        boolean fine = type == 0 || type == REGULAR || (type == DIRECTORY && entry.isDirectory());
        if (!fine) {
            throw ZipProblem.BAD_ENTRY_TYPE.inEntry(archive, entry.name(), "is not a regular file.");
        }
    }

    private static void checkSizes(RawEntry entry, String archive) {
        if (entry.isDirectory() && entry.unzippedBytes() != 0) {
            throw ZipProblem.BAD_ENTRY_TYPE.inEntry(archive, entry.name(), "is a directory with content.");
        }
        if (entry.method() == RawEntry.STORED && entry.compressedBytes() != entry.unzippedBytes()) {
            throw ZipProblem.CORRUPT_ENTRY.inEntry(
                    archive,
                    entry.name(),
                    "is stored, and declares " + entry.compressedBytes() + " bytes in the archive but "
                            + entry.unzippedBytes() + " unpacked.");
        }
    }
}
