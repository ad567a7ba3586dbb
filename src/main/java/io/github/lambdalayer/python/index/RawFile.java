package io.github.lambdalayer.python.index;

/** One wheel on a page or in a lock, checked for safety; what is not asked for need not be read. */
public interface RawFile {

    /** Equal to the last segment of {@link #url()}, percent-decoded once. */
    String filename();

    /** Absolute, http, https or file, without a fragment. */
    String url();

    /** In lower case, or "". */
    String sha256();

    /** Or -1. */
    long bytes();

    /** As written, or "". */
    String requiresPython();

    /** Whether it was taken back. */
    boolean yanked();

    /** Or "". */
    String yankedReason();

    /** Microseconds since 1970, or -1 when the index does not say. */
    long uploadMicros();

    /** Whether {@code url + ".metadata"} exists. */
    boolean hasMetadataFile();

    /** In lower case, or "". */
    String metadataSha256();

    /** The same with all its parts at hand. */
    default KnownFile known() {
        return new KnownFile(
                filename(),
                url(),
                sha256(),
                bytes(),
                requiresPython(),
                yanked(),
                yankedReason(),
                uploadMicros(),
                hasMetadataFile(),
                metadataSha256());
    }
}
