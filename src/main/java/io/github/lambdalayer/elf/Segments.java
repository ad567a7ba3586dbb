package io.github.lambdalayer.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The program headers: which bytes of the file are where in memory. */
final class Segments {

    private static final int HEADER_BYTES = 56;
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int MAX = 512;

    /** Bytes of the file that are at an address. */
    record Place(long offset, long address, long bytes) {}

    private final ElfReader reader;
    private final List<Place> loaded = new ArrayList<>();
    private @Nullable Place dynamic;

    private Segments(ElfReader reader) {
        this.reader = reader;
    }

    static Segments read(ElfReader reader, ByteBuffer header) throws IOException {
        int size = header.getShort(54) & 0xFFFF;
        int count = header.getShort(56) & 0xFFFF;
        if (count > 0 && (size != HEADER_BYTES || count > MAX)) {
            throw reader.bad("it has program headers of an unknown kind");
        }
        Segments segments = new Segments(reader);
        ByteBuffer table = reader.read(header.getLong(32), count * size);
        for (int i = 0; i < count; i++) {
            segments.add(table.slice(i * size, size).order(table.order()));
        }
        return segments;
    }

    private void add(ByteBuffer header) {
        Place place = new Place(header.getLong(8), header.getLong(16), header.getLong(32));
        if (place.offset() < 0 || place.bytes() < 0) {
            throw reader.bad("it has program headers of an unknown kind");
        }
        if (header.getInt(0) == LOAD) {
            loaded.add(place);
        } else if (header.getInt(0) == DYNAMIC) {
            dynamic = place;
        }
    }

    Optional<Place> dynamic() {
        return Optional.ofNullable(dynamic);
    }

    /** Where in the file the bytes of an address are, and how many follow in the same segment. */
    Place at(long address) {
        for (Place place : loaded) {
            long inside = address - place.address();
            if (inside >= 0 && inside < place.bytes()) {
                return new Place(place.offset() + inside, address, place.bytes() - inside);
            }
        }
        throw reader.bad("a table of it is nowhere");
    }
}
