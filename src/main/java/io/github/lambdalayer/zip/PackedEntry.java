package io.github.lambdalayer.zip;

import java.util.zip.CRC32;

/**
 * Bytes that were not in any archive yet, packed so that {@link ZipWriter#copy} takes them like an entry: compressed by
 * {@link PureDeflater} where that makes them smaller.
 *
 * @param source the packed bytes
 * @param entry what they are
 */
public record PackedEntry(ByteSource source, RawEntry entry) {

    /** Packs bytes; {@code name} is what sentences call them. */
    public static PackedEntry of(String name, byte[] bytes) {
        byte[] deflated = PureDeflater.deflate(bytes);
        boolean smaller = deflated.length < bytes.length;
        byte[] packed = smaller ? deflated : bytes.clone();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        int method = smaller ? RawEntry.DEFLATED : RawEntry.STORED;
        RawEntry entry = new RawEntry(name, method, 0, crc.getValue(), packed.length, bytes.length, 0, 0, 0);
        return new PackedEntry(ByteSource.of(name, packed), entry);
    }

    /** The bytes as they were, to be read at any place by one thread. */
    public ByteSource unpacked() {
        return entry.method() == RawEntry.STORED ? new PartOfSource(source, entry) : new UnpackedSource(source, entry);
    }
}
