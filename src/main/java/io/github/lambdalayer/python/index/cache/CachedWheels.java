package io.github.lambdalayer.python.index.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.lambdalayer.files.FileStamp;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The wheels that are in the cache. What was found sound is not digested again as long as its {@link FileStamp} stays: a
 * note beside the wheel holds that. On another machine, and in a cache that a CI restores, each file has another stamp.
 */
final class CachedWheels {

    /** What was found sound in this process, which nobody outside can forge. */
    private record Sound(Path path, String sha256, long bytes, FileTime changed) {}

    private final CacheLayout layout;
    private final Clock clock;
    private final Set<Sound> sound = ConcurrentHashMap.newKeySet();

    CachedWheels(CacheLayout layout, Clock clock) {
        this.layout = layout;
        this.clock = clock;
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
        Sound candidate = candidate(file, path);
        boolean isSound = sound.contains(candidate) || isNoted(file, path) || hasDigest(file, path);
        if (isSound) {
            sound.add(candidate);
        }
        return isSound;
    }

    private boolean isNoted(IndexFile file, Path path) throws IOException {
        Path note = layout.stamp(file);
        Optional<FileStamp> stamp = FileStamp.of(path);
        return stamp.isPresent()
                && Files.isRegularFile(note)
                && Files.readString(note, ISO_8859_1).equals(stamp.get().toString());
    }

    private boolean hasDigest(IndexFile file, Path path) throws IOException {
        Optional<FileStamp> before = FileStamp.of(path);
        if (!Sha256.hex(Sha256.digest(path)).equals(file.sha256())) {
            return false;
        }
        before.filter(stamp -> stamp.isSettled(clock.instant())).ifPresent(stamp -> note(file, stamp));
        return true;
    }

    /** A change since the stamp was taken gives the wheel another one, so the note does no harm then. */
    private void note(IndexFile file, FileStamp stamp) {
        try {
            WholeFile.write(layout.stamp(file), stamp.toString().getBytes(ISO_8859_1), CacheLayout.UNFINISHED);
        } catch (IOException e) {
            // A cache that cannot be written is no reason to fail: the next build computes the digest again.
        }
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
