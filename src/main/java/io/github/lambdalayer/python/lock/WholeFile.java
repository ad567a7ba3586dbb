package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a file so that its old content is there until the new one is there whole, whenever the process dies: beside
 * the file first, forced to the disk, then moved over it.
 */
final class WholeFile {

    private static final String SUFFIX = ".part";

    private WholeFile() {}

    /** Whether the file has changed; one that holds the text already is left alone. */
    static boolean write(Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
                return false;
            }
            replace(target, bytes);
            return true;
        } catch (IOException e) {
            throw new LayerException(
                    LockProblem.LOCK_NOT_WRITTEN,
                    file + " cannot be written (" + reason(e) + "); what was there before is untouched.",
                    List.of(),
                    e);
        }
    }

    private static void replace(Path target, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(target.resolveSibling("").toAbsolutePath());
        String prefix = "." + target.getFileName() + ".";
        sweep(folder, prefix);
        Path part = folder.resolve(prefix + ProcessHandle.current().pid() + "-" + System.nanoTime() + SUFFIX);
        try {
            writeAndForce(part, bytes);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeAndForce(Path part, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes what processes left that died while they wrote. */
    private static void sweep(Path folder, String prefix) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(
                folder,
                f -> f.getFileName().toString().startsWith(prefix)
                        && f.toString().endsWith(SUFFIX))) {
            for (Path part : parts) {
                if (!isOwned(part.getFileName().toString().substring(prefix.length()))) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static boolean isOwned(String pidAndRest) {
        int dash = pidAndRest.indexOf('-');
        try {
            return ProcessHandle.of(Long.parseLong(pidAndRest.substring(0, Math.max(dash, 0))))
                    .isPresent();
        } catch (NumberFormatException e) {
            return true; // Not one of ours.
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
