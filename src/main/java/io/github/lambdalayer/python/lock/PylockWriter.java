package io.github.lambdalayer.python.lock;

import java.nio.file.Path;
import java.util.List;

/**
 * Writes pylock.toml files: keys in PEP 751's order, packages sorted, one line for each wheel, no times, so that two
 * locks differ only where what they lock differs.
 */
public final class PylockWriter {

    private PylockWriter() {}

    /**
     * Writes a lock, whole or not at all; wheels of folders must lie beside it, or in one of {@code findLinks}.
     *
     * @return whether the file has changed
     * @throws io.github.lambdalayer.problem.LayerException when an address holds credentials, when a wheel lies
     *     elsewhere, or when the file cannot be written
     */
    public static boolean write(Pylock lock, Path file, List<Path> findLinks) {
        LockFileName.require(file);
        return LockOnDisk.write(file, text(lock, file, findLinks));
    }

    /** The text that {@link #write} writes into this file. */
    public static String text(Pylock lock, Path file, List<Path> findLinks) {
        return new PylockText(lock, LockFolder.of(file, findLinks)).text();
    }
}
