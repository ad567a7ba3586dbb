package io.github.lambdalayer.python.index;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Pages as bytes: a checksum, then plain fields. Reading numpy's 4,400 files this way costs a few milliseconds, where
 * their JSON costs some hundred at the start of a JVM.
 *
 * <pre>
 * file   = magic checksum head page?
 * text   = length, UTF-8                       digest = 0 or 32, bytes
 * </pre>
 */
final class PageFile {

    private static final int MAGIC = 0x4C4C5032;
    private static final int HEAD = 12;

    private PageFile() {}

    static byte[] encode(StoredPage page) {
        byte[] body = PageEncoder.encode(page);
        return ByteBuffer.allocate(HEAD + body.length)
                .putInt(MAGIC)
                .putLong(checksum(body, 0))
                .put(body)
                .array();
    }

    /** Empty when the bytes are damaged, of another kind, or whatever else they may be: a page can be asked for anew. */
    static Optional<StoredPage> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean isSound = bytes.length > HEAD && in.getInt() == MAGIC && in.getLong() == checksum(bytes, HEAD);
        try {
            return isSound ? Optional.of(new PageDecoder(bytes, HEAD).decode()) : Optional.empty();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | DateTimeException e) {
            return Optional.empty(); // a checksum tells damage, not whether another version wrote it
        }
    }

    private static long checksum(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return crc.getValue();
    }
}
