package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A lock in the source tree: its old content is there until the new one is there whole, whenever the process dies. */
final class LockOnDisk {

    private LockOnDisk() {}

    /** Whether the file has changed; one that holds the text already is left alone, and a link stays a link. */
    static boolean write(Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
                return false;
            }
            WholeFile.sweep(target.resolveSibling(""), "." + target.getFileName() + ".");
            WholeFile.writeForced(target, bytes);
            return true;
        } catch (IOException e) {
            throw new LayerException(
                    LockProblem.LOCK_NOT_WRITTEN,
                    file + " cannot be written: " + IoReason.of(e) + "; what was there before is untouched.",
                    List.of("see that its folder can be written to and that the disk has room, or set <lockFile>"),
                    e);
        }
    }
}
