package io.github.lambdalayer.python.index;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wheels that are in the cache, read only. */
final class CachedWheels {

    /** What was found sound in this process, which nobody outside can forge. */
    private record Sound(Path path, String sha256, long bytes, FileTime changed) {}

    private final CacheLayout layout;
    private final Set<Sound> sound = ConcurrentHashMap.newKeySet();

    CachedWheels(CacheLayout layout) {
        this.layout = layout;
    }

    /** Whether the wheel is in the cache and has the digest that it should have; computed once in a process. */
    boolean isSound(IndexFile file) {
        Path path = layout.wheel(file);
        try {
            return Files.isRegularFile(path) && isSound(file, path);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isSound(IndexFile file, Path path) throws IOException {
        Sound candidate = candidate(file, path);
        boolean isSound =
                sound.contains(candidate) || Sha256.hex(Sha256.digest(path)).equals(file.sha256());
        if (isSound) {
            sound.add(candidate);
        }
        return isSound;
    }

    private static Sound candidate(IndexFile file, Path path) throws IOException {
        return new Sound(path, file.sha256(), Files.size(path), Files.getLastModifiedTime(path));
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
