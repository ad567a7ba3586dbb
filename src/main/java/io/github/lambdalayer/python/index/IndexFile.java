package io.github.lambdalayer.python.index;

import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One wheel as an index (or a lock) announces it, for example
 * {@code six-1.16.0-py2.py3-none-any.whl} at {@code https://files.example/six-1.16.0-py2.py3-none-any.whl}.
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
 */
public record IndexFile(
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

    /** Checks the digests; a faulty one is a mistake of the caller, since pages and locks are checked when read. */
    public IndexFile {
        if (!isDigest(sha256) || !isDigest(metadataSha256)) {
            throw new IllegalArgumentException("not a sha256 in lower case: " + sha256 + " or " + metadataSha256);
        }
    }

    /** A wheel of which no more is known than where it is, for example from a lock; it is not yanked. */
    public static IndexFile of(WheelFilename filename, URI url, String sha256, long bytes, String index) {
        return new IndexFile(
                filename, url, sha256, bytes, Specifiers.ANY, false, "", Optional.empty(), false, "", index);
    }

    /** The same wheel for these interpreters only. */
    public IndexFile withRequiresPython(Specifiers pythons) {
        return new IndexFile(
                filename,
                url,
                sha256,
                bytes,
                pythons,
                yanked,
                yankedReason,
                uploadTime,
                hasMetadataFile,
                metadataSha256,
                index);
    }

    /** The same wheel, taken back for this reason, which may be "". */
    public IndexFile withYanked(String reason) {
        return new IndexFile(
                filename,
                url,
                sha256,
                bytes,
                requiresPython,
                true,
                reason,
                uploadTime,
                hasMetadataFile,
                metadataSha256,
                index);
    }

    /** Whether it lies in a folder of this machine. */
    boolean isLocal() {
        return "file".equalsIgnoreCase(url.getScheme());
    }

    private static boolean isDigest(String text) {
        return text.isEmpty() || Sha256.isDigest(text);
    }

    @Override
    public String toString() {
        return filename.text();
    }
}
