package io.github.lambdalayer.python.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Removes what killed processes left half-written. Whoever still writes holds the lock, and is left in peace. */
final class StrayParts {

    private final CacheLayout layout;
    private final AtomicBoolean isDone = new AtomicBoolean();

    StrayParts(CacheLayout layout) {
        this.layout = layout;
    }

    /** Looks through the cache the first time that something is written into it. */
    void sweepOnce() {
        if (isDone.getAndSet(true) || !Files.isDirectory(layout.wheels())) {
            return;
        }
        for (Path part : parts()) {
            DigestLock.tryTake(layout.lock(CacheLayout.digestOfPart(part))).ifPresent(lock -> delete(part, lock));
        }
    }

    private List<Path> parts() {
        try (Stream<Path> files = Files.walk(layout.wheels(), 3)) {
            return files.filter(p -> p.toString().endsWith(".part")).toList();
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
}
