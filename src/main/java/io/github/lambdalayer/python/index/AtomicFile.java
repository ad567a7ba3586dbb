package io.github.lambdalayer.python.index;

import io.github.lambdalayer.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Files that others see whole or not at all. */
final class AtomicFile {

    /** Of files that have not got their name yet. */
    static final String SUFFIX = ".tmp";

    /** Tells class loaders apart as well as threads. */
    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

    private AtomicFile() {}

    /** Writes a small file; its folder is made when missing. */
    static void write(Path target, byte[] content) throws IOException {
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        // Not createTempFile: its files are for their owner alone, and caches are shared.
        String name = target.getFileName() + "." + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        Path temporary = folder.resolve(name + SUFFIX);
        try {
            Files.write(temporary, content);
            WholeFile.move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
