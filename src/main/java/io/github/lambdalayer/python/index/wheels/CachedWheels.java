package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.files.FileStamp;
import io.github.lambdalayer.files.NotedDigests;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which wheels are in the cache, and whether they still have the digest that they came in with. */
final class CachedWheels {

    private final CacheLayout layout;
    private final NotedDigests digests;

    /** What was found sound in this process: also what has just been written, and where a system keeps no stamps. */
    private final Set<String> sound = ConcurrentHashMap.newKeySet();

    CachedWheels(CacheLayout layout, Clock clock) {
        this.layout = layout;
        this.digests = new NotedDigests(clock, WholeFile.SHARED_SUFFIX);
    }

    /** Whether the wheel is in the cache and has the digest that it should have. */
    boolean isSound(IndexFile file) {
        Path path = layout.wheel(file);
        try {
            return Files.isRegularFile(path) && isSound(file, path);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isSound(IndexFile file, Path path) throws IOException {
        String candidate = candidate(file, path);
        boolean isSound = sound.contains(candidate) || digests.has(path, file.sha256(), layout.stamp(file));
        if (isSound) {
            sound.add(candidate);
        }
        return isSound;
    }

    private static String candidate(IndexFile file, Path path) throws IOException {
        return path + ", " + file.sha256() + ", " + FileStamp.text(path);
    }

    /** Takes the word of {@link WheelIntake} that what it has just written is sound. */
    void trust(IndexFile file) throws IOException {
        sound.add(candidate(file, layout.wheel(file)));
    }

    /** Whether something is in the wheel's place, sound or not. */
    boolean isPresent(IndexFile file) {
        return Files.exists(layout.wheel(file), LinkOption.NOFOLLOW_LINKS);
    }

    /** A wheel that was found sound. */
    WheelFile open(IndexFile file) {
        return WheelFile.open(layout.wheel(file), file.filename());
    }
}
