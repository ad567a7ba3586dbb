package io.github.lambdalayer.python.index;

import java.net.URI;

/**
 * One wheel on a page, checked for safety but not yet read: the cache keeps pages in this form.
 *
 * @param filename equal to the last segment of {@code url}, percent-decoded once
 * @param url absolute, http or https, without a fragment
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
        URI url,
        String sha256,
        long bytes,
        String requiresPython,
        boolean yanked,
        String yankedReason,
        long uploadMicros,
        boolean hasMetadataFile,
        String metadataSha256) {}
