package io.github.lambdalayer.python.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@link PageEncoder} wrote; what comes again and again, such as {@code >=3.9}, is kept once. Of bytes that
 * somebody else wrote it makes nonsense or a runtime exception.
 */
final class PageDecoder {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);

    private static final int SHA256_BYTES = 32;

    private final byte[] bytes;
    private final ByteBuffer in;
    private final Map<String, String> known = new HashMap<>();

    /** Reads from {@code start} on. */
    PageDecoder(byte[] bytes, int start) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes).position(start);
    }

    StoredPage decode() {
        URI url = URI.create(text());
        String etag = text();
        String lastModified = text();
        Instant fetched = Instant.ofEpochMilli(in.getLong());
        Duration fresh = Duration.ofSeconds(in.getLong());
        Optional<RawPage> content = flag() ? Optional.of(page()) : Optional.empty();
        return new StoredPage(content, url, etag, lastModified, fetched, fresh);
    }

    private RawPage page() {
        String apiVersion = text();
        String status = text();
        String reason = text();
        int wheels = count();
        List<RawFile> files = new ArrayList<>(wheels);
        for (int i = 0; i < wheels; i++) {
            files.add(file());
        }
        int others = count();
        List<String> names = new ArrayList<>(others);
        for (int i = 0; i < others; i++) {
            names.add(text());
        }
        return new RawPage(files, names, status, reason, apiVersion);
    }

    /** How many of something follow: each takes a byte at least, so that no nonsense asks for all memory. */
    private int count() {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new IllegalArgumentException(count + " in " + in.remaining() + " bytes");
        }
        return count;
    }

    private RawFile file() {
        String filename = text();
        String end = flag() ? filename : "";
        return new RawFile(
                filename,
                text().concat(end),
                digest(),
                in.getLong(),
                shared(text()),
                flag(),
                shared(text()),
                in.getLong(),
                flag(),
                digest());
    }

    private String text() {
        int length = in.getInt();
        if (length == 0) {
            return "";
        }
        String text = new String(bytes, in.position(), length, UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private String shared(String text) {
        return text.isEmpty() ? "" : known.computeIfAbsent(text, t -> t);
    }

    private String digest() {
        int length = in.get() & 0xFF;
        if (length == 0) {
            return "";
        }
        if (length != SHA256_BYTES) {
            throw new IllegalArgumentException(length + " bytes of a digest");
        }
        byte[] hex = new byte[2 * length];
        for (int i = 0; i < length; i++) {
            int value = in.get() & 0xFF;
            hex[2 * i] = DIGITS[value >> 4];
            hex[2 * i + 1] = DIGITS[value & 0xF];
        }
        return new String(hex, ISO_8859_1);
    }

    private boolean flag() {
        return in.get() != 0;
    }
}
