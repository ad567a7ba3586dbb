package io.github.lambdalayer.layer;

import java.nio.file.Path;

/**
 * A layer that was written.
 *
 * @param file the zip
 * @param sha256 its digest in lower-case hex
 * @param codeSha256 the same in base64, as Lambda tells it
 * @param zippedBytes its size
 * @param unzippedBytes the sizes of all its files together
 */
public record LayerZip(Path file, String sha256, String codeSha256, long zippedBytes, long unzippedBytes) {}
