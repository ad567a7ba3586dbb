package io.github.lambdalayer.python.index;

/** A wheel as it was just read from a page or a lock. */
public record KnownFile(
        String filename,
        String url,
        String sha256,
        long bytes,
        String requiresPython,
        boolean yanked,
        String yankedReason,
        long uploadMicros,
        boolean hasMetadataFile,
        String metadataSha256)
        implements RawFile {

    @Override
    public KnownFile known() {
        return this;
    }
}
