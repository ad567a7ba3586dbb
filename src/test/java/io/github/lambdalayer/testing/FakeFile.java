package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that a {@link FakeIndex} offers, and what its page says about it; by default all of it true.
 *
 * <pre>{@code
 * FakeFile.of(WheelBuilder.wheel("demo", "1.0")).requiresPython(">=3.9").yanked("broken")
 * }</pre>
 */
public final class FakeFile {

    final String filename;
    final byte[] content;
    final Map<String, String> hashes = new LinkedHashMap<>();
    String url;
    long size;
    byte @Nullable [] metadata;
    private final byte @Nullable [] ownMetadata;
    String metadataSha256 = "";

    @Nullable
    String requiresPython;

    @Nullable
    String yanked;

    @Nullable
    String uploadTime;

    private FakeFile(String filename, byte[] content, byte @Nullable [] ownMetadata) {
        this.ownMetadata = ownMetadata;
        this.filename = filename;
        this.content = content.clone();
        this.size = content.length;
        this.url = "../../files/" + URLEncoder.encode(filename, UTF_8);
        hashes.put("sha256", sha256(content));
    }

    /** A wheel; METADATA is served beside it only after {@link #withMetadataFile()}. */
    public static FakeFile of(WheelBuilder wheel) {
        return new FakeFile(wheel.filename(), wheel.bytes(), wheel.metadata());
    }

    /** Any bytes under any name. */
    public static FakeFile of(String filename, byte[] content) {
        return new FakeFile(filename, content, null);
    }

    /** Serves the wheel's METADATA beside it, and announces it with its digest (PEP 658). */
    public FakeFile withMetadataFile() {
        return withMetadataFile(Objects.requireNonNull(ownMetadata, "not made of a wheel"));
    }

    /** Serves these bytes as METADATA, and announces their digest. */
    public FakeFile withMetadataFile(byte[] bytes) {
        metadata = bytes.clone();
        metadataSha256 = sha256(bytes);
        return this;
    }

    /** Announces another digest for METADATA; "" announces it without one. */
    public FakeFile metadataSha256(String value) {
        metadataSha256 = value;
        return this;
    }

    public FakeFile requiresPython(String specifiers) {
        requiresPython = specifiers;
        return this;
    }

    /** Takes the file back; the reason may be "". */
    public FakeFile yanked(String reason) {
        yanked = reason;
        return this;
    }

    /** For example {@code 2024-05-05T14:18:17.237200Z}; told in JSON only. */
    public FakeFile uploadTime(String value) {
        uploadTime = value;
        return this;
    }

    /** Announces this digest instead of the true one. */
    public FakeFile sha256(String value) {
        hashes.put("sha256", value);
        return this;
    }

    /** Announces another digest instead of sha256: {@code onlyHash("md5", "…")}. */
    public FakeFile onlyHash(String algorithm, String value) {
        hashes.clear();
        hashes.put(algorithm, value);
        return this;
    }

    /** Announces no digest. */
    public FakeFile withoutHash() {
        hashes.clear();
        return this;
    }

    /** Announces this size; -1 announces none. */
    public FakeFile size(long bytes) {
        size = bytes;
        return this;
    }

    /** Announces this address, which need not lead to the file. */
    public FakeFile url(String value) {
        url = value;
        return this;
    }

    public String filename() {
        return filename;
    }

    /** The true digest of the content. */
    public String digest() {
        return sha256(content);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
