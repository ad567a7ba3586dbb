package io.github.lambdalayer.python.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Files that others see whole or not at all. */
final class AtomicFile {

    /** Of files that have not got their name yet. */
    static final String SUFFIX = ".tmp";

    private static final int MOVES = 10;
    private static final Duration BETWEEN_MOVES = Duration.ofMillis(15);

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
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Gives a complete file its name; tried again, since virus scanners hold new files open for a moment. */
    static void move(Path from, Path to) throws IOException {
        for (int i = 1; ; i++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException e) {
                if (i == MOVES) {
                    throw e;
                }
                Pause.REAL.of(BETWEEN_MOVES);
            }
        }
    }
}
