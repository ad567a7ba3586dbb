package io.github.lambdalayer.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dynamic section, and the version table that it names. Names are collected first and read last, in the order of their
 * places, since the file may be compressed.
 */
final class DynamicSection {

    private static final int ENTRY_BYTES = 16;
    private static final int MAX_ENTRIES = 4096;

    private static final long NULL = 0;
    private static final long NEEDED = 1;
    private static final long STRTAB = 5;
    private static final long SONAME = 14;
    private static final long RPATH = 15;
    private static final long RUNPATH = 29;
    private static final long VERNEED = 0x6ffffffeL;
    private static final long VERNEEDNUM = 0x6fffffffL;

    private final ElfReader reader;
    private final Segments segments;
    private final List<Long> needed = new ArrayList<>();
    private final Map<Long, Long> values = new HashMap<>();
    private final List<VersionTable.Entry> versions = new ArrayList<>();
    private final TableNames names = new TableNames();

    DynamicSection(ElfReader reader, Segments segments) {
        this.reader = reader;
        this.segments = segments;
    }

    DynamicSection read(Segments.Place place) throws IOException {
        long count = Math.min(place.bytes() / ENTRY_BYTES, MAX_ENTRIES);
        ByteBuffer table = reader.read(place.offset(), (int) count * ENTRY_BYTES);
        while (table.remaining() >= ENTRY_BYTES) {
            long tag = table.getLong();
            long value = table.getLong();
            if (tag == NULL) {
                break;
            }
            if (tag == NEEDED) {
                needed.add(value);
            } else {
                values.put(tag, value);
            }
        }
        readVersions();
        readNames();
        return this;
    }

    private void readVersions() throws IOException {
        Long address = values.get(VERNEED);
        if (address != null) {
            long libraries = values.getOrDefault(VERNEEDNUM, 0L);
            versions.addAll(VersionTable.read(reader, segments.at(address), libraries));
        }
    }

    private void readNames() throws IOException {
        needed.forEach(names::want);
        for (long tag : new long[] {SONAME, RPATH, RUNPATH}) {
            Long offset = values.get(tag);
            if (offset != null) {
                names.want(offset);
            }
        }
        versions.forEach(entry -> {
            names.want(entry.library());
            names.want(entry.version());
        });
        Long table = values.get(STRTAB);
        if (table != null) {
            names.read(reader, segments.at(table));
        }
    }

    ElfFile toFile(ElfMachine machine) {
        return new ElfFile(
                machine,
                64,
                name(SONAME),
                needed.stream().map(names::get).toList(),
                name(RPATH),
                name(RUNPATH),
                versions.stream()
                        .map(e -> new NeededVersion(names.get(e.library()), names.get(e.version())))
                        .toList());
    }

    private String name(long tag) {
        Long offset = values.get(tag);
        return offset == null ? "" : names.get(offset);
    }
}
