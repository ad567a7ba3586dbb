package io.github.lambdalayer.zip;

/**
 * One entry of an archive as its headers describe it, with the place of its bytes.
 *
 * @param name checked path with forward slashes; ends with one when it is a directory
 * @param method {@link #STORED} or {@link #DEFLATED}
 * @param flags the general purpose flags
 * @param crc CRC-32 of the unzipped bytes
 * @param compressedBytes as they are in the archive
 * @param unzippedBytes as they are unpacked
 * @param unixMode type and permissions, for example 0100755; 0 when the archive says nothing
 * @param headerOffset where the local header begins
 * @param dataOffset where the entry's bytes begin
 */
public record RawEntry(
        String name,
        int method,
        int flags,
        long crc,
        long compressedBytes,
        long unzippedBytes,
        int unixMode,
        long headerOffset,
        long dataOffset) {

    /** The method of bytes that are not compressed. */
    public static final int STORED = 0;

    /** The method of nearly all entries. */
    public static final int DEFLATED = 8;

    /** Beside the 16 flags of the format: the entry is of an archive that obeys no rules of ours, see {@link RawZip#readForeign}. */
    static final int FOREIGN = 1 << 16;

    private static final int TYPE = 0170000;
    private static final int READ_BY_OTHERS = 0004;
    private static final int LINK = 0120000;

    /** Whether it is of an archive that was read as one of somebody else. */
    boolean isForeign() {
        return (flags & FOREIGN) != 0;
    }

    /** Whether it is a symbolic link, whose content is its target; only archives of somebody else have any. */
    public boolean isLink() {
        return (unixMode & TYPE) == LINK;
    }

    /** Whether the entry stands for a directory: {@code pkg/}. */
    public boolean isDirectory() {
        return name.endsWith("/");
    }

    /** Whether anybody may execute the file. */
    public boolean isExecutable() {
        return (unixMode & 0111) != 0;
    }

    /** Whether its mode lets nobody else read it; Lambda unpacks layers as one user and runs functions as another. */
    public boolean isForItsOwner() {
        return unixMode != 0 && (unixMode & READ_BY_OTHERS) == 0;
    }

    RawEntry asForeign() {
        return new RawEntry(
                name, method, flags | FOREIGN, crc, compressedBytes, unzippedBytes, unixMode, headerOffset, dataOffset);
    }

    RawEntry withData(long offset) {
        return new RawEntry(name, method, flags, crc, compressedBytes, unzippedBytes, unixMode, headerOffset, offset);
    }
}
