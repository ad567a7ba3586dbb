package io.github.lambdalayer.zip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Local headers and data must cover the archive up to its directory without overlap; whether they leave a gap shows in
 * the local headers. So an entry's data ends where the next header begins, which tells where it starts without reading
 * that header.
 */
final class Tiling {

    private static final int LOCAL_FIXED_BYTES = 30;

    private Tiling() {}

    /** The entries in the order of their data, each with the place of it. */
    static List<RawEntry> of(List<RawEntry> entries, EndRecord end, String archive) {
        List<RawEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(RawEntry::headerOffset));
        long start = sorted.isEmpty() ? end.directoryOffset() : sorted.get(0).headerOffset();
        if (start != 0) {
            throw EndRecord.bad(archive, "its first " + start + " bytes belong to no entry.");
        }
        for (int i = 0; i < sorted.size(); i++) {
            boolean last = i + 1 == sorted.size();
            long next = last ? end.directoryOffset() : sorted.get(i + 1).headerOffset();
            RawEntry entry = sorted.get(i);
            if (!fits(entry, next)) {
                throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(
                        archive,
                        entry.name(),
                        "overlaps "
                                + (last
                                        ? "the directory."
                                        : "entry "
                                                + ZipProblem.quoted(
                                                        sorted.get(i + 1).name()) + "."));
            }
            sorted.set(i, entry.withData(next - entry.compressedBytes()));
        }
        return sorted;
    }

    private static boolean fits(RawEntry entry, long next) {
        long room = next - entry.headerOffset() - LOCAL_FIXED_BYTES - LocalHeader.nameBytes(entry);
        return entry.compressedBytes() <= room;
    }
}
