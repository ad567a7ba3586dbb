package io.github.lambdalayer.python.index;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One wheel as an index (or a lock) announces it, for example
 * {@code six-1.16.0-py2.py3-none-any.whl} at {@code https://files.example/six-1.16.0-py2.py3-none-any.whl}.
 *
 * <p>A value like a record. It is none because a page may hold thousands of files of which a few are ever looked at
 * closely: their addresses and times stay as they were read until they are asked for.
 */
public final class IndexFile {

    private final WheelFilename filename;
    private final RawFile raw;
    private final Specifiers requiresPython;
    private final String index;

    /** A wheel of which the rest is read when it is asked for; {@code raw} was checked when its page was read. */
    public IndexFile(WheelFilename filename, RawFile raw, Specifiers requiresPython, String index) {
        this.filename = filename;
        this.raw = raw;
        this.requiresPython = requiresPython;
        this.index = index;
    }

    /**
     * A wheel with all that can be known about it.
     *
     * @param filename the wheel's name, which is also the last segment of {@code url}
     * @param url where its bytes are; {@code file:} for a wheel of a folder
     * @param sha256 64 lower-case hexadecimal digits, or "" when the index gives none
     * @param bytes the file's length in bytes, or -1 when unknown
     * @param requiresPython for example {@code >=3.9}; {@link Specifiers#ANY} when the index gives none
     * @param yanked whether the index took it back (PEP 592)
     * @param yankedReason why it was taken back, or ""
     * @param uploadTime when the index received it (PEP 700); empty when it does not say
     * @param hasMetadataFile whether {@code url + ".metadata"} exists (PEP 658)
     * @param metadataSha256 the digest of that file, or "" when the index gives none
     * @param index the id of the index that has it, for example {@code pypi}
     * @throws IllegalArgumentException when a digest is none, since pages and locks are checked when they are read
     */
    public IndexFile(
            WheelFilename filename,
            URI url,
            String sha256,
            long bytes,
            Specifiers requiresPython,
            boolean yanked,
            String yankedReason,
            Optional<Instant> uploadTime,
            boolean hasMetadataFile,
            String metadataSha256,
            String index) {
        this(
                filename,
                new KnownFile(
                        filename.text(),
                        url.toString(),
                        sha256,
                        bytes,
                        requiresPython.toString(),
                        yanked,
                        yankedReason,
                        uploadTime.map(UploadTime::micros).orElse(UploadTime.UNKNOWN),
                        hasMetadataFile,
                        metadataSha256),
                requiresPython,
                index);
        if (!isDigest(sha256) || !isDigest(metadataSha256)) {
            throw new IllegalArgumentException("not a sha256 in lower case: " + sha256 + " or " + metadataSha256);
        }
    }

    /** A wheel of which no more is known than where it is, for example from a lock; it is not yanked. */
    public static IndexFile of(WheelFilename filename, URI url, String sha256, long bytes, String index) {
        return new IndexFile(
                filename, url, sha256, bytes, Specifiers.ANY, false, "", Optional.empty(), false, "", index);
    }

    /** The wheel's name, which is also the last segment of {@link #url()}. */
    public WheelFilename filename() {
        return filename;
    }

    /** Where its bytes are; {@code file:} for a wheel of a folder. */
    public URI url() {
        return URI.create(raw.url());
    }

    /** 64 lower-case hexadecimal digits, or "" when the index gives none. */
    public String sha256() {
        return raw.sha256();
    }

    /** The file's length in bytes, or -1 when unknown. */
    public long bytes() {
        return raw.bytes();
    }

    /** For example {@code >=3.9}; {@link Specifiers#ANY} when the index gives none. */
    public Specifiers requiresPython() {
        return requiresPython;
    }

    /** Whether the index took it back (PEP 592). */
    public boolean yanked() {
        return raw.yanked();
    }

    /** Why it was taken back, or "". */
    public String yankedReason() {
        return raw.yankedReason();
    }

    /** When the index received it (PEP 700); empty when it does not say. */
    public Optional<Instant> uploadTime() {
        return UploadTime.instant(raw.uploadMicros());
    }

    /** Whether {@code url + ".metadata"} exists (PEP 658). */
    public boolean hasMetadataFile() {
        return raw.hasMetadataFile();
    }

    /** The digest of that file, or "" when the index gives none. */
    public String metadataSha256() {
        return raw.metadataSha256();
    }

    /** The id of the index that has it, for example {@code pypi}. */
    public String index() {
        return index;
    }

    /** Whether it lies in a folder of this machine. */
    public boolean isLocal() {
        return raw.url().startsWith("file:");
    }

    /** The address as text, which tells files apart. */
    public String address() {
        return raw.url();
    }

    private static boolean isDigest(String text) {
        return text.isEmpty() || Sha256.isDigest(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IndexFile file
                && raw.known().equals(file.raw.known())
                && requiresPython.equals(file.requiresPython)
                && index.equals(file.index);
    }

    @Override
    public int hashCode() {
        return Objects.hash(raw.url(), raw.sha256(), index);
    }

    /** The wheel's name. */
    @Override
    public String toString() {
        return filename.text();
    }
}
