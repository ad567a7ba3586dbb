package io.github.lambdalayer.zip;

/**
 * How much an archive may hold before it counts as an attack; limits of a service are no matter of this package.
 *
 * @param maxEntries files and directories
 * @param maxUnzippedBytes all entries together
 * @param maxRatio unzipped to zipped bytes of the whole archive; single entries of honest wheels go above 100
 * @param ratioFreeBytes up to so many unzipped bytes any ratio is fine
 */
public record ZipLimits(int maxEntries, long maxUnzippedBytes, int maxRatio, long ratioFreeBytes) {

    /** For files of the project itself, which nobody attacks with; they are not compressed. */
    public static final ZipLimits OWN = new ZipLimits(65_534, Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    /** For a wheel: 65,534 entries, 16 GiB, and a ratio of 50 above 64 MiB, as PyPI has it. */
    public static final ZipLimits WHEEL = new ZipLimits(65_534, 16L << 30, 50, 64L << 20);
}
