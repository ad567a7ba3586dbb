package io.github.lambdalayer.zip;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.CentralHeader.Rules;
import java.io.IOException;

/**
 * What the end of an archive says about its directory (APPNOTE 4.3.16). It must be the last thing in the file, without
 * a comment: a reader that searches for it from behind can be shown another archive than one that does not.
 *
 * @param entries how many headers the directory has
 * @param directoryBytes its size
 * @param directoryOffset where it begins; it ends where the first end record begins
 */
record EndRecord(long entries, long directoryBytes, long directoryOffset) {

    static final int BYTES = 22;
    static final long SIGNATURE = 0x06054b50L;

    /** Reads and checks the end of the archive. */
    static EndRecord read(ByteSource source, ZipLimits limits) throws IOException {
        long at = source.size() - BYTES;
        if (at < 0) {
            throw WrongEnd.explain(source);
        }
        Fields fields = Fields.read(source, at, BYTES);
        if (fields.u32(0) != SIGNATURE || fields.u16(20) != 0) {
            throw WrongEnd.explain(source);
        }
        return read(source, at, fields, limits, Rules.OWN);
    }

    /** The same for an archive of somebody else, which may have a comment. */
    static EndRecord readForeign(ByteSource source, ZipLimits limits) throws IOException {
        int fromEnd = source.size() == 0 ? -1 : WrongEnd.endRecord(source);
        if (fromEnd < 0) {
            throw WrongEnd.explain(source);
        }
        long at = source.size() - fromEnd;
        Fields fields = Fields.read(source, at, BYTES);
        if (fields.u16(20) != fromEnd - BYTES) {
            throw WrongEnd.explain(source);
        }
        return read(source, at, fields, limits, Rules.FOREIGN);
    }

    private static EndRecord read(ByteSource source, long at, Fields fields, ZipLimits limits, Rules rules)
            throws IOException {
        String archive = source.name();
        if (fields.u16(4) != 0 || fields.u16(6) != 0 || fields.u16(8) != fields.u16(10)) {
            throw bad(archive, "the archive is a part of one that is split over several files.");
        }
        EndRecord end = new EndRecord(fields.u16(10), fields.u32(12), fields.u32(16));
        return end.resolved(source, at, rules).checked(archive, limits);
    }

    private EndRecord resolved(ByteSource source, long at, Rules rules) throws IOException {
        if (endsAt(at) && !isSaturated()) {
            return this;
        }
        if (Zip64EndRecord.isBefore(source, at)) {
            return Zip64EndRecord.read(source, at, this, rules);
        }
        if (isSaturated()) {
            throw bad(source.name(), "the ZIP64 end record is missing.");
        }
        throw bad(
                source.name(),
                "the directory of " + directoryBytes + " bytes at byte " + directoryOffset
                        + " does not end where the end record begins, at byte " + at + ".");
    }

    /** Whether the directory ends exactly at {@code position}. */
    boolean endsAt(long position) {
        return directoryBytes <= position && directoryOffset == position - directoryBytes;
    }

    private boolean isSaturated() {
        return entries == 0xFFFF || directoryBytes == Zip64.MARK || directoryOffset == Zip64.MARK;
    }

    private EndRecord checked(String archive, ZipLimits limits) {
        if (entries > directoryBytes / CentralDirectory.FIXED_BYTES) {
            throw bad(
                    archive,
                    "the end record promises " + entries + " entries, and the directory has room for "
                            + directoryBytes / CentralDirectory.FIXED_BYTES + ".");
        }
        if (entries > limits.maxEntries()) {
            throw ZipProblem.ZIP_BOMB.in(
                    archive, "it has " + entries + " entries; " + limits.maxEntries() + " is the most.");
        }
        return this;
    }

    static LayerException bad(String archive, String sentence) {
        return ZipProblem.BAD_ZIP_STRUCTURE.in(archive, sentence);
    }
}
