package io.github.lambdalayer.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the directory through a window of fixed size, so that its length costs no memory but for the entries. */
final class CentralDirectory {

    static final int FIXED_BYTES = 46;
    private static final long SIGNATURE = 0x02014b50L;
    private static final int WINDOW = 128 << 10;

    private final ByteSource source;
    private final EndRecord end;
    private final CentralHeader.Rules rules;
    private final ByteBuffer window;
    private long next;

    private CentralDirectory(ByteSource source, EndRecord end, CentralHeader.Rules rules) {
        this.rules = rules;
        this.source = source;
        this.end = end;
        this.window = ByteBuffer.allocate((int) Math.min(WINDOW, end.directoryBytes()));
        this.window.limit(0);
        this.next = end.directoryOffset();
    }

    /** The entries in the order of the directory; where their data begins is not known yet. */
    static List<RawEntry> read(ByteSource source, EndRecord end, CentralHeader.Rules rules) throws IOException {
        return new CentralDirectory(source, end, rules).read();
    }

    private List<RawEntry> read() throws IOException {
        List<RawEntry> entries = new ArrayList<>((int) end.entries());
        for (long i = 0; i < end.entries(); i++) {
            entries.add(header());
        }
        if (window.hasRemaining() || left() > 0) {
            throw EndRecord.bad(
                    source.name(),
                    "the directory goes on after the " + end.entries() + " entries that the end record promises.");
        }
        return entries;
    }

    private RawEntry header() throws IOException {
        Fields fixed = peek(FIXED_BYTES);
        if (fixed.u32(0) != SIGNATURE) {
            throw EndRecord.bad(source.name(), "the directory has no header where one must be.");
        }
        int name = fixed.u16(28);
        if (name > EntryName.MAX_BYTES) {
            String start = new String(
                    peek(FIXED_BYTES + EntryName.MAX_BYTES)
                            .part(FIXED_BYTES, EntryName.MAX_BYTES)
                            .copy(),
                    ISO_8859_1);
            throw EntryName.tooLong(source.name(), start, name);
        }
        int all = FIXED_BYTES + name + fixed.u16(30) + fixed.u16(32);
        RawEntry entry = CentralHeader.parse(peek(all), rules, source.name());
        window.position(window.position() + all);
        return entry;
    }

    private Fields peek(int length) throws IOException {
        if (window.remaining() < length) {
            fill(length);
        }
        return Fields.of(window.slice(window.position(), length));
    }

    private void fill(int length) throws IOException {
        if (length > window.remaining() + left()) {
            throw EndRecord.bad(source.name(), "the directory ends within a header.");
        }
        window.compact();
        int more = (int) Math.min(window.remaining(), left());
        window.limit(window.position() + more);
        source.read(next, window);
        next += more;
        window.flip();
    }

    /** The bytes of the directory that are not in the window yet. */
    private long left() {
        return end.directoryOffset() + end.directoryBytes() - next;
    }
}
