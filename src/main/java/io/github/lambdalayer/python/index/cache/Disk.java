package io.github.lambdalayer.python.index.cache;

import io.github.lambdalayer.problem.Bytes;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;

/** Words for a cache that cannot be written: the system names neither the place nor the need. */
public final class Disk {

    private Disk() {}

    /** {@code Cannot write …: No space left on device (needs 83.0 MB, 12.0 MB are free).} */
    public static LayerException unwritable(Path file, long bytes, Exception cause) {
        return new LayerException(
                IndexProblem.CACHE_UNWRITABLE,
                "Cannot write " + file + ": " + reason(cause) + need(file, bytes) + ".",
                List.of("free space there, correct its permissions, or set another <cacheDirectory>"),
                cause);
    }

    private static String reason(Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof ReadOnlyFileSystemException) {
            return "the file system is read-only";
        }
        if (cause instanceof FileSystemException e && e.getReason() != null) {
            return String.valueOf(e.getReason());
        }
        String type = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? type : String.valueOf(cause.getMessage());
    }

    private static String need(Path file, long bytes) {
        if (bytes < 0) {
            return "";
        }
        String free = free(file);
        return " (needs " + Bytes.shown(bytes) + (free.isEmpty() ? "" : ", " + free + " are free") + ")";
    }

    private static String free(Path file) {
        Path existing = file.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Bytes.shown(Files.getFileStore(existing).getUsableSpace());
        } catch (IOException e) {
            return "";
        }
    }
}
