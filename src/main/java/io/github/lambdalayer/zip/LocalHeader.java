package io.github.lambdalayer.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.util.Arrays;

/** Compares the header in front of an entry's data (APPNOTE 4.3.7) with what the directory says about the entry. */
final class LocalHeader {

    private static final long SIGNATURE = 0x04034b50L;
    private static final int FIXED_BYTES = 30;

    private LocalHeader() {}

    /** Throws unless both headers agree and the entry's data begins right behind the local one. */
    static void check(ByteSource source, RawEntry entry) throws IOException {
        if (entry.isForeign()) {
            return; // It was located by this header, of which nothing else is believed.
        }
        String archive = source.name();
        byte[] name = entry.name().getBytes(UTF_8);
        long room = entry.dataOffset() - entry.headerOffset();
        Fields header = Fields.read(source, entry.headerOffset(), FIXED_BYTES + name.length);
        if (header.u32(0) != SIGNATURE) {
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(archive, entry.name(), "has no header at its place.");
        }
        if (header.u16(26) != name.length
                || !Arrays.equals(header.part(FIXED_BYTES, name.length).copy(), name)) {
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(
                    archive, entry.name(), "has another name in front of its data than in the directory.");
        }
        long length = (long) FIXED_BYTES + name.length + header.u16(28);
        if (length != room) {
            throw gap(source, entry, length, room);
        }
        Fields extras = Fields.read(source, entry.headerOffset() + FIXED_BYTES + name.length, header.u16(28));
        compare(header, ExtraFields.parse(extras, entry.name(), archive), entry, archive);
    }

    /** The entry of an archive of somebody else with the place of its data, which only this header tells. */
    static RawEntry located(ByteSource source, RawEntry entry) throws IOException {
        boolean fits = entry.headerOffset() <= source.size() - FIXED_BYTES;
        Fields header = fits ? Fields.read(source, entry.headerOffset(), FIXED_BYTES) : null;
        if (header == null || header.u32(0) != SIGNATURE) {
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(source.name(), entry.name(), "has no header at its place.");
        }
        long data = entry.headerOffset() + FIXED_BYTES + header.u16(26) + header.u16(28);
        if (entry.compressedBytes() > source.size() - data) {
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(
                    source.name(), entry.name(), "goes on behind the end of the archive.");
        }
        return entry.withData(data);
    }

    private static void compare(Fields header, ExtraFields extras, RawEntry entry, String archive) {
        long compressed = header.u32(18);
        long unzipped = header.u32(22);
        boolean repeated = extras.repeats(unzipped, compressed);
        boolean same = (repeated ? unzipped : extras.widened(unzipped)) == entry.unzippedBytes()
                && (repeated ? compressed : extras.widened(compressed)) == entry.compressedBytes()
                && header.u16(6) == entry.flags()
                && header.u16(8) == entry.method()
                && header.u32(14) == entry.crc();
        if (!same) {
            throw ZipProblem.BAD_ZIP_STRUCTURE.inEntry(
                    archive,
                    entry.name(),
                    "has other flags, method, CRC or sizes in front of its data than in the directory.");
        }
        if (!repeated) {
            extras.finish();
        }
    }

    private static LayerException gap(ByteSource source, RawEntry entry, long length, long room) throws IOException {
        if (length > room) {
            return ZipProblem.BAD_ZIP_STRUCTURE.inEntry(
                    source.name(), entry.name(), "overlaps what follows: its sizes are wrong.");
        }
        long at = entry.headerOffset() + length + entry.compressedBytes();
        long bytes = room - length;
        boolean hidden = bytes >= FIXED_BYTES && Fields.read(source, at, 4).u32(0) == SIGNATURE;
        return EndRecord.bad(
                source.name(),
                hidden
                        ? "an entry that the directory does not know hides at byte " + at + "."
                        : bytes + " bytes at byte " + at + " belong to no entry.");
    }

    static int nameBytes(RawEntry entry) {
        return entry.name().getBytes(UTF_8).length;
    }
}
