package io.github.lambdalayer.zip;

import io.github.lambdalayer.problem.LayerException;
import java.util.HashSet;
import java.util.Set;

/** The extra fields of a header (APPNOTE 4.5): each once, none that renames the entry, ZIP64 in agreement with the header. */
final class ExtraFields {

    /** Info-ZIP's second name for the entry: readers that know it and readers that do not would see two names. */
    private static final int UNICODE_PATH = 0x7075;

    private final Fields bytes;
    private final String name;
    private final String archive;
    private int zip64At = -1;
    private int zip64End = -1;
    private boolean isForeign;

    private ExtraFields(Fields bytes, String name, String archive) {
        this.bytes = bytes;
        this.name = name;
        this.archive = archive;
    }

    static ExtraFields parse(Fields bytes, String name, String archive) {
        ExtraFields fields = new ExtraFields(bytes, name, archive);
        fields.parse();
        return fields;
    }

    /** The same for an archive of somebody else: only ZIP64 sizes matter, and what cannot be read is not there. */
    static ExtraFields parseForeign(Fields bytes, String name, String archive) {
        ExtraFields fields = new ExtraFields(bytes, name, archive);
        fields.isForeign = true;
        int at = 0;
        while (at + 4 <= bytes.length() && at + 4 + bytes.u16(at + 2) <= bytes.length()) {
            int end = at + 4 + bytes.u16(at + 2);
            if (bytes.u16(at) == Zip64.EXTRA_ID && fields.zip64At < 0) {
                fields.zip64At = at + 4;
                fields.zip64End = end;
            }
            at = end;
        }
        return fields;
    }

    private void parse() {
        Set<Integer> seen = new HashSet<>();
        int at = 0;
        while (at < bytes.length()) {
            if (at + 4 > bytes.length() || at + 4 + bytes.u16(at + 2) > bytes.length()) {
                throw bad("has an extra field that is cut off.");
            }
            int id = bytes.u16(at);
            int end = at + 4 + bytes.u16(at + 2);
            if (id == UNICODE_PATH) {
                throw bad("has a second name in an extra field.");
            }
            if (!seen.add(id)) {
                throw bad(String.format("has the extra field 0x%04x twice.", id));
            }
            if (id == Zip64.EXTRA_ID) {
                zip64At = at + 4;
                zip64End = end;
            }
            at = end;
        }
    }

    /** Whether the header has ZIP64 values. */
    boolean hasZip64() {
        return zip64At >= 0;
    }

    /** Whether there are ZIP64 values that only repeat the fields of the header, as the build tool of protobuf writes them. */
    boolean repeats(long unzipped, long compressed) {
        return zip64End - zip64At == 16 && bytes.u64(zip64At) == unzipped && bytes.u64(zip64At + 8) == compressed;
    }

    /** The value itself, or the next ZIP64 value when the field is full. */
    long widened(long value) {
        if (value != Zip64.MARK) {
            return value;
        }
        if (zip64At < 0 || zip64At + 8 > zip64End) {
            throw badZip64();
        }
        long wide = bytes.u64(zip64At);
        zip64At += 8;
        return wide;
    }

    /** Throws unless every ZIP64 value was asked for. */
    void finish() {
        if (zip64At != zip64End && !isForeign) {
            throw badZip64();
        }
    }

    private LayerException badZip64() {
        return bad("has ZIP64 sizes that contradict its header.");
    }

    private LayerException bad(String sentence) {
        return ZipProblem.BAD_ZIP_STRUCTURE.inEntry(archive, name, sentence);
    }
}
