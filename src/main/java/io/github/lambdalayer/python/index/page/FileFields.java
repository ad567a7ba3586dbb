package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.KnownFile;
import io.github.lambdalayer.python.index.UploadTime;
import java.util.Locale;

/** What is known so far of a file while its entry on a page is read. */
final class FileFields {

    String filename = "";
    String url = "";
    String sha256 = "";
    String requiresPython = "";
    String yankedReason = "";
    String metadataSha256 = "";
    String uploadTime = "";
    long bytes = -1;
    boolean yanked;
    boolean hasMetadataFile;
    boolean hasNewMetadataKey;

    /** Takes {@code sha256=…} and ignores other algorithms; false when it is not a digest at all. */
    boolean takeHash(String algorithm, String value) {
        if (!algorithm.equalsIgnoreCase("sha256")) {
            return true;
        }
        sha256 = value.toLowerCase(Locale.ROOT);
        return Sha256.isDigest(sha256);
    }

    /** As {@link #takeHash}, for the metadata file, which exists. */
    boolean takeMetadataHash(String algorithm, String value) {
        hasMetadataFile = true;
        if (!algorithm.equalsIgnoreCase("sha256")) {
            return true;
        }
        metadataSha256 = value.toLowerCase(Locale.ROOT);
        return Sha256.isDigest(metadataSha256);
    }

    KnownFile at(Link link) {
        return new KnownFile(
                link.filename(),
                link.url(),
                sha256,
                bytes,
                requiresPython,
                yanked,
                yankedReason,
                UploadTime.micros(uploadTime),
                hasMetadataFile,
                metadataSha256);
    }
}
