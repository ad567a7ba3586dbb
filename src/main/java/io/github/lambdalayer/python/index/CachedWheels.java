package io.github.lambdalayer.python.index;

import io.github.lambdalayer.python.wheel.WheelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The wheels that are in the cache, read only. */
final class CachedWheels {

    private static final int BUFFER = 256 << 10;

    private final CacheLayout layout;

    CachedWheels(CacheLayout layout) {
        this.layout = layout;
    }

    /** Whether the wheel is in the cache and has the digest that it should have. */
    boolean isSound(IndexFile file) {
        Path path = layout.wheel(file);
        try {
            return Files.isRegularFile(path) && digest(path).equals(file.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether something is in the wheel's place, sound or not. */
    boolean isPresent(IndexFile file) {
        return Files.exists(layout.wheel(file), LinkOption.NOFOLLOW_LINKS);
    }

    /** A wheel that was found sound. */
    WheelFile open(IndexFile file) {
        return WheelFile.open(layout.wheel(file), file.filename());
    }

    /** The sha256 of a whole file. */
    static String digest(Path path) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.finish(digest);
    }
}
