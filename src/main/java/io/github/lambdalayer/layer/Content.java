package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.PackedEntry;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/** Where the bytes of a file in the layer come from. */
public sealed interface Content {

    /** Who brings the file, for example {@code six-1.16.0-py2.py3-none-any.whl} or {@code src/main/python}. */
    String origin();

    /** Its size when unpacked. */
    long unzippedBytes();

    /** Its size in the zip. */
    long zippedBytes();

    /** CRC-32 of the unpacked bytes. */
    long crc();

    /** The digest as RECORD writes it, for example {@code sha256=nia_…}; empty when it is not known. */
    String digest();

    /** Whether it is of the project itself, and of no package. */
    default boolean isOwn() {
        return false;
    }

    /** The first unpacked bytes, fewer when the file is smaller. */
    byte[] start(int bytes);

    /**
     * The unpacked bytes, to be read at any place by one thread; reading on is fast, reading back begins again. Closing it
     * leaves the content as it is.
     */
    ByteSource unpacked();

    /** Whether it names the program that runs it: {@code #!/bin/sh} (execve(2)). */
    default boolean isScript() {
        byte[] start = start(2);
        return start.length == 2 && start[0] == '#' && start[1] == '!';
    }

    /** Adds the file to the archive under this path. */
    void writeTo(ZipWriter out, String path, int mode) throws IOException;

    /** Whether both have the same bytes, as far as sizes and digests tell. */
    default boolean isSameAs(Content other) {
        boolean comparable = algorithm().equals(other.algorithm()) && !digest().isEmpty();
        return unzippedBytes() == other.unzippedBytes()
                && crc() == other.crc()
                && (!comparable || digest().equals(other.digest()));
    }

    private String algorithm() {
        return digest().substring(0, digest().indexOf('=') + 1);
    }

    /** What an entry of a zip holds, which says how long it is. */
    sealed interface OfEntry extends Content {

        RawEntry entry();

        @Override
        default long unzippedBytes() {
            return entry().unzippedBytes();
        }

        @Override
        default long zippedBytes() {
            return entry().compressedBytes();
        }

        @Override
        default long crc() {
            return entry().crc();
        }
    }

    /**
     * A file of a wheel, copied as it is there.
     *
     * @param digest as the wheel's RECORD has it, in base64
     */
    record Copied(WheelFile wheel, RawEntry entry, String digest) implements OfEntry {

        @Override
        public String origin() {
            return wheel.filename().text();
        }

        @Override
        public byte[] start(int bytes) {
            return wheel.start(entry, bytes);
        }

        @Override
        public ByteSource unpacked() {
            return wheel.zip().unpacked(entry);
        }

        @Override
        public void writeTo(ZipWriter out, String path, int mode) throws IOException {
            out.copy(path, mode, wheel.source(), entry);
        }
    }

    /**
     * A file of an archive that is no wheel: of a layer that is a zip already, or of the one that the project's own files
     * were gathered in, none of them compressed.
     *
     * @param origin the package that has it, for example {@code six 1.16.0}; the archive's name for a file of no package
     * @param digest as RECORD has it; empty when there is none
     */
    record Archived(RawZip zip, RawEntry entry, String origin, String digest) implements OfEntry {

        /** A file of no package, which is the project's own. */
        static Archived own(RawZip zip, RawEntry entry) {
            return new Archived(zip, entry, zip.source().name(), "");
        }

        @Override
        public boolean isOwn() {
            return origin.equals(zip.source().name());
        }

        @Override
        public byte[] start(int bytes) {
            try {
                return zip.start(entry, bytes);
            } catch (IOException e) {
                throw Packing.unreadable(zip.source().name(), e);
            }
        }

        @Override
        public ByteSource unpacked() {
            return zip.unpacked(entry);
        }

        @Override
        public void writeTo(ZipWriter out, String path, int mode) throws IOException {
            out.copy(path, mode, zip.source(), entry);
        }
    }

    /**
     * A file of a package or of the project in another form, packed anew.
     *
     * @param isOwn whether it is of the project itself
     */
    record Packed(String origin, PackedEntry packed, String digest, boolean isOwn) implements OfEntry {

        /** Packs the bytes that the file has now. */
        public static Packed of(String origin, byte[] bytes, boolean isOwn) {
            return new Packed(origin, PackedEntry.of(origin, bytes), Made.sha256(bytes), isOwn);
        }

        @Override
        public RawEntry entry() {
            return packed.entry();
        }

        @Override
        public byte[] start(int bytes) {
            ByteBuffer start = ByteBuffer.allocate((int) Math.min(bytes, unzippedBytes()));
            try (ByteSource source = unpacked()) {
                source.read(0, start);
            } catch (IOException e) {
                throw new IllegalStateException("bytes in memory", e);
            }
            return start.array();
        }

        @Override
        public ByteSource unpacked() {
            return packed.unpacked();
        }

        @Override
        public void writeTo(ZipWriter out, String path, int mode) throws IOException {
            out.copy(path, mode, packed.source(), packed.entry());
        }
    }

    /** A file that is made here: RECORD, INSTALLER, a script whose first line had to change. */
    final class Made implements Content {

        private final String origin;
        private final byte[] bytes;

        /** Keeps a copy of the bytes; {@code origin} is the wheel that the file is made for. */
        public Made(String origin, byte[] bytes) {
            this.origin = origin;
            this.bytes = bytes.clone();
        }

        /** A copy of the bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String origin() {
            return origin;
        }

        @Override
        public long unzippedBytes() {
            return bytes.length;
        }

        @Override
        public long zippedBytes() {
            return bytes.length;
        }

        @Override
        public long crc() {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            return crc.getValue();
        }

        @Override
        public String digest() {
            return sha256(bytes);
        }

        private static String sha256(byte[] bytes) {
            byte[] digest = Sha256.start().digest(bytes);
            return "sha256=" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        }

        @Override
        public byte[] start(int count) {
            return Arrays.copyOf(bytes, Math.min(count, bytes.length));
        }

        @Override
        public ByteSource unpacked() {
            return ByteSource.of(origin, bytes);
        }

        @Override
        public void writeTo(ZipWriter out, String path, int mode) throws IOException {
            out.stored(path, mode, bytes);
        }
    }
}
