package io.github.lambdalayer.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.problem.LayerException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Writes an archive whose bytes depend on names, modes and contents alone: every date is 1980-01-01 00:00:00, there are
 * no extra fields, descriptors, comments or directory entries, and nothing is compressed here.
 *
 * <pre>{@code
 * try (ZipWriter out = ZipWriter.create(Path.of("layer.zip"))) {
 *     out.copy("python/six.py", 0644, wheel.source(), entry); // its deflated bytes, as they are
 *     out.stored("python/six-1.16.0.dist-info/INSTALLER", 0644, installer);
 *     out.finish();
 * }
 * }</pre>
 */
public final class ZipWriter implements Closeable {

    /** Entries above this many bytes go from file to file; smaller ones are gathered. */
    private static final int GATHERED = 64 << 10;

    private static final int BUFFER = 256 << 10;

    /** The bytes of an archive without entries. */
    public static final long EMPTY_BYTES = EndRecord.BYTES;

    private final String archive;
    private final FileChannel out;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final WrittenDirectory directory = new WrittenDirectory();
    private final Set<String> names = new HashSet<>();
    private long position;

    private ZipWriter(String archive, FileChannel out) {
        this.archive = archive;
        this.out = out;
    }

    /** An empty archive in {@code file}, whose content is lost if it exists. */
    public static ZipWriter create(Path file) throws IOException {
        return create(file, String.valueOf(file.getFileName()));
    }

    /** As {@link #create(Path)}, for a file that is to be called otherwise in sentences. */
    public static ZipWriter create(Path file, String name) throws IOException {
        FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        return new ZipWriter(name, out);
    }

    /**
     * Adds a file with the bytes of {@code entry} as they are in {@code from}, compressed or not.
     *
     * @param permissions 0644 or 0755
     * @throws LayerException when the name is not allowed or the archive grows too large
     */
    public void copy(String name, int permissions, ByteSource from, RawEntry entry) throws IOException {
        begin(name, permissions, entry);
        long bytes = entry.compressedBytes();
        if (bytes > GATHERED) {
            flush();
            from.transferTo(entry.dataOffset(), bytes, out);
        } else {
            makeRoom((int) bytes);
            from.read(entry.dataOffset(), buffer.slice(buffer.position(), (int) bytes));
            buffer.position(buffer.position() + (int) bytes);
        }
        position += bytes;
    }

    /**
     * Adds a file with these bytes, not compressed.
     *
     * @param permissions 0644 or 0755
     * @throws LayerException when the name is not allowed or the archive grows too large
     */
    public void stored(String name, int permissions, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        begin(name, permissions, storedEntry(name, crc.getValue(), content.length));
        if (content.length > GATHERED) {
            flush();
            write(ByteBuffer.wrap(content));
        } else {
            makeRoom(content.length);
            buffer.put(content);
        }
        position += content.length;
    }

    private static RawEntry storedEntry(String name, long crc, long bytes) {
        return new RawEntry(name, RawEntry.STORED, 0, crc, bytes, bytes, 0, 0, 0);
    }

    /** How many bytes are in the file already; they will not change any more. */
    public long written() {
        return position - buffer.position();
    }

    /** The bytes of the archive that an entry takes beside its content. */
    public static long overhead(String name) {
        return Header.LOCAL_BYTES + Header.CENTRAL_BYTES + 2L * name.getBytes(UTF_8).length;
    }

    /** Writes the directory; nothing can be added after it. Returns the bytes of the whole archive. */
    public long finish() throws IOException {
        flush();
        ByteBuffer end = directory.finish(position);
        checkSize(end.remaining());
        position += end.remaining();
        write(end);
        return position;
    }

    private void begin(String name, int permissions, RawEntry entry) throws IOException {
        EntryName.check(name, archive);
        if (!names.add(name) || name.endsWith("/")) {
            throw new IllegalStateException("written twice, or a directory: " + name);
        }
        if (names.size() > WrittenDirectory.MAX_ENTRIES) {
            throw ZipProblem.ZIP_TOO_LARGE.in(
                    archive, "it would have more than " + WrittenDirectory.MAX_ENTRIES + " files.");
        }
        byte[] nameBytes = name.getBytes(UTF_8);
        checkSize(entry.unzippedBytes() - position);
        checkSize(Header.LOCAL_BYTES + nameBytes.length + entry.compressedBytes());
        Header header = new Header(nameBytes, 0100000 | permissions, entry, position);
        directory.add(header);
        makeRoom(Header.LOCAL_BYTES + nameBytes.length);
        header.putLocal(buffer);
        position += Header.LOCAL_BYTES + nameBytes.length;
    }

    private void checkSize(long more) {
        if (position + directory.bytes() + more > WrittenDirectory.MAX_BYTES) {
            throw ZipProblem.ZIP_TOO_LARGE.in(archive, "it would have 4 GiB or more.");
        }
    }

    private void makeRoom(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
