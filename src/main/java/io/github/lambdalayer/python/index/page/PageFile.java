package io.github.lambdalayer.python.index.page;

import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Pages as files of the cache: a checksum, then what is known about the page, then the page as {@link RawPage} has it.
 *
 * <pre>
 * file   = magic checksum url etag last-modified fetched fresh flag [page]
 * </pre>
 */
final class PageFile {

    private static final int MAGIC = 0x4C4C5033;
    private static final int HEAD = 12;

    private PageFile() {}

    static byte[] encode(StoredPage page) {
        Packed head = new Packed()
                .putText(page.url().toString())
                .putText(page.etag())
                .putText(page.lastModified())
                .putLong(page.fetched().toEpochMilli())
                .putLong(page.fresh().toSeconds())
                .putByte(page.content().isPresent() ? 1 : 0);
        ByteBuffer content = page.content().map(RawPage::stored).orElse(ByteBuffer.allocate(0));
        ByteBuffer file = ByteBuffer.allocate(HEAD + head.length() + content.remaining());
        file.position(HEAD).put(head.toArray()).put(content);
        return file.putInt(0, MAGIC).putLong(4, checksum(file.array())).array();
    }

    /** Empty when the bytes are damaged, of another kind, or whatever else they may be: a page can be asked for anew. */
    static Optional<StoredPage> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean isSound = bytes.length > HEAD && in.getInt() == MAGIC && in.getLong() == checksum(bytes);
        try {
            return isSound ? Optional.of(page(bytes)) : Optional.empty();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | DateTimeException e) {
            return Optional.empty(); // a checksum tells damage, not whether another version wrote it
        }
    }

    private static StoredPage page(byte[] file) {
        PackedReader in = new PackedReader(file, HEAD);
        URI url = URI.create(in.text());
        String etag = in.text();
        String lastModified = in.text();
        Instant fetched = Instant.ofEpochMilli(in.longNumber());
        Duration fresh = Duration.ofSeconds(in.longNumber());
        Optional<RawPage> content = in.oneByte() == 1 ? Optional.of(RawPage.of(file, in.position())) : Optional.empty();
        return new StoredPage(content, url, etag, lastModified, fetched, fresh);
    }

    private static long checksum(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, HEAD, file.length - HEAD);
        return crc.getValue();
    }
}
