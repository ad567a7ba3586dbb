package io.github.lambdalayer.layer;

/**
 * What tells a zip from others: by its SHA-256 for sure, by its size and CRC-32 in no time.
 *
 * @param crc32 of all its bytes
 * @param sha256 in lower-case hex
 */
public record ZipSums(long bytes, long crc32, String sha256) {}
