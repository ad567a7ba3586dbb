package io.github.lambdalayer.python.index.cache;

import io.github.lambdalayer.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Removes what killed processes left half-written. Whoever still writes a wheel holds its lock, and is left in peace;
 * small files have no lock, and are removed when they are older than any process takes to write one.
 */
public final class StrayParts {

    private static final Duration STRAY_AFTER = Duration.ofDays(1);

    /** The deepest are notes of stamps: {@code wheels/8a/8abb2f1d…/.six-1.16.0-py2.py3-none-any.whl.stamp.4711-1.tmp}. */
    private static final int DEPTH = 4;

    private final CacheLayout layout;
    private final AtomicBoolean isDone = new AtomicBoolean();

    /** Those below this layout. */
    public StrayParts(CacheLayout layout) {
        this.layout = layout;
    }

    /** Looks through the cache the first time that something is written into it. */
    public void sweepOnce() {
        if (isDone.getAndSet(true) || !Files.isDirectory(layout.wheels())) {
            return;
        }
        for (Path part : files(layout.wheels(), ".part")) {
            DigestLock.tryTake(layout.lock(CacheLayout.digestOfPart(part))).ifPresent(lock -> delete(part, lock));
        }
        files(layout.root(), WholeFile.SHARED_SUFFIX).forEach(StrayParts::deleteWhenOld);
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(p -> p.toString().endsWith(suffix)).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of(); // changed meanwhile by another process, which sweeps as well
        }
    }

    private static void delete(Path part, DigestLock lock) {
        try (lock) {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It costs space, nothing else.
        }
    }

    private static void deleteWhenOld(Path temporary) {
        try {
            Instant changed = Files.getLastModifiedTime(temporary).toInstant();
            if (changed.isBefore(Instant.now().minus(STRAY_AFTER))) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // As above; or another process was faster.
        }
    }
}
