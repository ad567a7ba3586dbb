package io.github.lambdalayer.layer;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A layer that was written.
 *
 * @param file the zip
 * @param unzippedBytes the sizes of all its files together
 */
public record LayerZip(Path file, ZipSums sums, long unzippedBytes) {

    /** The zip's size. */
    public long zippedBytes() {
        return sums.bytes();
    }

    /** The zip's digest in lower-case hex. */
    public String sha256() {
        return sums.sha256();
    }

    /** The same in base64, as Lambda tells it. */
    public String codeSha256() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sums.sha256()));
    }
}
