package io.github.lambdalayer.python.index;

/**
 * One wheel on a page, checked for safety but not yet read: the cache keeps pages in this form.
 *
 * @param filename equal to the last segment of {@code url}, percent-decoded once
 * @param url absolute, http, https or file, without a fragment; as text, since numpy's page has 4,200 of them
 * @param sha256 lower case, or ""
 * @param bytes or -1
 * @param requiresPython as written, or ""
 * @param yanked whether it was taken back
 * @param yankedReason or ""
 * @param uploadMicros microseconds since 1970, or -1 when the index does not say
 * @param hasMetadataFile whether {@code url + ".metadata"} exists
 * @param metadataSha256 lower case, or ""
 */
record RawFile(
        String filename,
        String url,
        String sha256,
        long bytes,
        String requiresPython,
        boolean yanked,
        String yankedReason,
        long uploadMicros,
        boolean hasMetadataFile,
        String metadataSha256) {

    RawFile withRequiresPython(String other) {
        return new RawFile(
                filename,
                url,
                sha256,
                bytes,
                other,
                yanked,
                yankedReason,
                uploadMicros,
                hasMetadataFile,
                metadataSha256);
    }

    RawFile withYanked(String reason) {
        return new RawFile(
                filename,
                url,
                sha256,
                bytes,
                requiresPython,
                true,
                reason,
                uploadMicros,
                hasMetadataFile,
                metadataSha256);
    }
}
