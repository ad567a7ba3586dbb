package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A zip made byte by byte: well-formed as it stands, and every field of every header can be set wrong.
 *
 * <pre>{@code
 * byte[] slip = ZipBuilder.zip().file("../evil", "x").bytes();
 * byte[] badCrc = ZipBuilder.zip().file("a", "x", e -> e.both(h -> h.crc ^= 1)).bytes();
 * }</pre>
 */
public final class ZipBuilder {

    private final List<Entry> entries = new ArrayList<>();
    private byte[] prefix = {};
    private byte[] suffix = {};
    private byte[] comment = {};
    private Consumer<End> end = e -> {};
    private Consumer<End> zip64 = e -> {};
    private boolean hasZip64;
    private UnaryOperator<byte[]> zip64Bytes = b -> b;

    private ZipBuilder() {}

    public static ZipBuilder zip() {
        return new ZipBuilder();
    }

    /** A deflated file of mode 0644. */
    public ZipBuilder file(String name, String content) {
        return file(name, content.getBytes(UTF_8), e -> {});
    }

    /** A deflated file of mode 0644, spoiled by {@code change}. */
    public ZipBuilder file(String name, String content, Consumer<Entry> change) {
        return file(name, content.getBytes(UTF_8), change);
    }

    public ZipBuilder file(String name, byte[] content, Consumer<Entry> change) {
        return entry(Entry.deflated(name, content), change);
    }

    public ZipBuilder stored(String name, String content) {
        return entry(Entry.stored(name, content.getBytes(UTF_8)), e -> {});
    }

    public ZipBuilder stored(String name, String content, Consumer<Entry> change) {
        return entry(Entry.stored(name, content.getBytes(UTF_8)), change);
    }

    /** An entry for a directory; its name ends with a slash. */
    public ZipBuilder directory(String name) {
        return entry(Entry.stored(name, new byte[0]), e -> e.mode(0040755));
    }

    public ZipBuilder entry(Entry entry, Consumer<Entry> change) {
        change.accept(entry);
        entries.add(entry);
        return this;
    }

    /** Bytes before the first local header. The offsets do not count them. */
    public ZipBuilder prefix(byte[] bytes) {
        prefix = bytes.clone();
        return this;
    }

    /** Bytes after the end record. */
    public ZipBuilder suffix(byte[] bytes) {
        suffix = bytes.clone();
        return this;
    }

    /** The archive's comment. */
    public ZipBuilder comment(byte[] bytes) {
        comment = bytes.clone();
        return this;
    }

    /** Changes the end record after it was filled in. */
    public ZipBuilder end(Consumer<End> change) {
        end = end.andThen(change);
        return this;
    }

    /** Adds a ZIP64 end record and its locator, changed after they were filled in. */
    public ZipBuilder zip64(Consumer<End> change) {
        hasZip64 = true;
        zip64 = zip64.andThen(change);
        return this;
    }

    /** Changes the bytes of ZIP64 end record (56) and locator (20) together. */
    public ZipBuilder zip64Bytes(UnaryOperator<byte[]> change) {
        hasZip64 = true;
        zip64Bytes = change;
        return this;
    }

    public Path in(Path folder, String fileName) {
        try {
            return Files.write(Files.createDirectories(folder).resolve(fileName), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        LittleEndian out = new LittleEndian();
        LittleEndian directory = new LittleEndian();
        int records = 0;
        for (Entry entry : entries) {
            if (entry.central.offset < 0) {
                entry.central.offset = out.size();
            }
            if (entry.hasLocal) {
                out.put(entry.local.localBytes());
                out.put(entry.data);
            }
            for (int i = 0; i < entry.centralRecords; i++) {
                directory.put(entry.central.centralBytes());
                records++;
            }
        }
        End filled = new End(records, directory.size(), out.size());
        out.put(directory.bytes());
        if (hasZip64) {
            End big = new End(records, directory.size(), filled.directoryOffset);
            zip64.accept(big);
            out.put(zip64Bytes.apply(big.zip64Bytes(out.size())));
        }
        end.accept(filled);
        out.put(filled.bytes(comment));
        return new LittleEndian().put(prefix).put(out.bytes()).put(suffix).bytes();
    }

    /** The content as a raw deflate stream. */
    public static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** One entry: its local header, its bytes in the archive, its central header. */
    public static final class Entry {
        public final Header local;
        public final Header central;
        public byte[] data;
        public boolean hasLocal = true;
        public int centralRecords = 1;

        private Entry(Header local, Header central, byte[] data) {
            this.local = local;
            this.central = central;
            this.data = data;
        }

        public static Entry deflated(String name, byte[] content) {
            return of(name, content, deflate(content), 8);
        }

        public static Entry stored(String name, byte[] content) {
            return of(name, content, content, 0);
        }

        private static Entry of(String name, byte[] content, byte[] data, int method) {
            Entry entry = new Entry(new Header(), new Header(), data);
            CRC32 crc = new CRC32();
            crc.update(content);
            return entry.both(h -> {
                h.name = name.getBytes(UTF_8);
                h.flags = name.chars().allMatch(c -> c < 128) ? 0 : 0x0800;
                h.method = method;
                h.crc = crc.getValue();
                h.compressedBytes = data.length;
                h.unzippedBytes = content.length;
            });
        }

        /** Changes both headers alike. */
        public Entry both(Consumer<Header> change) {
            change.accept(local);
            change.accept(central);
            return this;
        }

        /** Type and permissions as Unix has them, for example 0100755. */
        public Entry mode(int unixMode) {
            central.externalAttributes = (long) unixMode << 16;
            return this;
        }

        /** The name in both headers, byte by byte. */
        public Entry name(byte[] bytes) {
            return both(h -> h.name = bytes);
        }
    }

    /** The fields of a local or central header; what a local one has no place for is not written there. */
    public static final class Header {
        /** 0: the right one. */
        public long signature;

        public int madeBy = 3 << 8 | 20;
        public int versionNeeded = 20;
        public int flags;
        public int method;
        public int time;
        public int date = 0x0021;
        public long crc;
        public long compressedBytes;
        public long unzippedBytes;
        public byte[] name = {};
        public byte[] extra = {};
        public byte[] comment = {};
        public int disk;
        public int internalAttributes;
        public long externalAttributes = 0100644L << 16;
        /** Where the local header is; negative: fill in. */
        public long offset = -1;

        byte[] localBytes() {
            LittleEndian out = new LittleEndian()
                    .u32(signature == 0 ? 0x04034b50 : signature)
                    .u16(versionNeeded);
            return shared(out).put(name).put(extra).bytes();
        }

        byte[] centralBytes() {
            LittleEndian out = new LittleEndian()
                    .u32(signature == 0 ? 0x02014b50 : signature)
                    .u16(madeBy)
                    .u16(versionNeeded);
            shared(out).u16(comment.length).u16(disk).u16(internalAttributes);
            out.u32(externalAttributes).u32(offset);
            return out.put(name).put(extra).put(comment).bytes();
        }

        private LittleEndian shared(LittleEndian out) {
            out.u16(flags).u16(method).u16(time).u16(date);
            out.u32(crc).u32(compressedBytes).u32(unzippedBytes);
            return out.u16(name.length).u16(extra.length);
        }
    }

    /** The fields of the end record, of the ZIP64 end record, and of its locator. */
    public static final class End {
        public int disk;
        public int directoryDisk;
        public long entriesOnDisk;
        public long entries;
        public long directoryBytes;
        public long directoryOffset;
        /** How long the comment claims to be; negative: as it is. */
        public int commentBytes = -1;

        public long zip64RecordBytes = 44;
        public byte[] zip64Extensible = {};
        public boolean hasLocator = true;
        public long locatorOffset = -1;
        public int locatorDisk;
        public int locatorDisks = 1;

        private End(int entries, long directoryBytes, long directoryOffset) {
            this.entriesOnDisk = entries;
            this.entries = entries;
            this.directoryBytes = directoryBytes;
            this.directoryOffset = directoryOffset;
        }

        byte[] bytes(byte[] comment) {
            LittleEndian out = new LittleEndian().u32(0x06054b50).u16(disk).u16(directoryDisk);
            out.u16(entriesOnDisk).u16(entries).u32(directoryBytes).u32(directoryOffset);
            return out.u16(commentBytes < 0 ? comment.length : commentBytes)
                    .put(comment)
                    .bytes();
        }

        byte[] zip64Bytes(long at) {
            LittleEndian out = new LittleEndian().u32(0x06064b50).u64(zip64RecordBytes);
            out.u16(45).u16(45).u32(disk).u32(directoryDisk);
            out.u64(entriesOnDisk).u64(entries).u64(directoryBytes).u64(directoryOffset);
            out.put(zip64Extensible);
            if (hasLocator) {
                out.u32(0x07064b50).u32(locatorDisk);
                out.u64(locatorOffset < 0 ? at : locatorOffset).u32(locatorDisks);
            }
            return out.bytes();
        }
    }
}
