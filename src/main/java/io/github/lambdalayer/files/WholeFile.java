package io.github.lambdalayer.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes files that others see whole or not at all: beside their place first, as {@code .data.json.4711-1.part}, then moved
 * over it. The number is that of the process, so that what a killed one left can be told from what a living one writes.
 */
public final class WholeFile {

    /** The ending in folders that processes of several machines share, such as the cache: a pid says nothing there. */
    public static final String SHARED_SUFFIX = ".tmp";

    static final String SUFFIX = ".part";
    private static final int MOVES = 10;
    private static final int MILLIS_BETWEEN_MOVES = 15;

    /** Tells class loaders apart as well as threads. */
    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

    private WholeFile() {}

    /** Writes a file, whose folder is made when it is missing. */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, content, SUFFIX, false);
    }

    /**
     * As {@link #write(Path, byte[])}, with another ending of unfinished files than {@link #sweep} looks for.
     *
     * @param suffix for example {@link #SHARED_SUFFIX}
     */
    public static void write(Path target, byte[] content, String suffix) throws IOException {
        write(target, content, suffix, false);
    }

    /**
     * As {@link #write(Path, byte[], String)}, for what saves time and nothing else: what cannot be written is not, and is
     * worked out again when somebody needs it.
     */
    public static void note(Path target, byte[] content, String suffix) {
        try {
            write(target, content, suffix);
        } catch (IOException e) {
            // A folder that cannot be written is told of where it matters, such as when a wheel is to be kept.
        }
    }

    /** As {@link #write(Path, byte[])}, and its content is on the disk before it takes the place of another: for what nobody can make anew. */
    public static void writeForced(Path target, byte[] content) throws IOException {
        write(target, content, SUFFIX, true);
    }

    private static void write(Path target, byte[] content, String suffix, boolean force) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = Files.createDirectories(Objects.requireNonNull(absolute.getParent()));
        Path part = folder.resolve(unfinished("." + absolute.getFileName(), suffix));
        try {
            // Not a temporary file of the JDK: those can be read by their owner only.
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (force) {
                    channel.force(true);
                }
            }
            move(part, absolute);
            if (force) {
                forceNames(folder);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A new name is on the disk only when its folder is. */
    private static void forceNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders, and some file systems take no order for them: the file itself is whole.
        }
    }

    /** The name under which this process writes a file before it is moved to its place. */
    static String unfinished(String name) {
        return unfinished(name, SUFFIX);
    }

    private static String unfinished(String name, String suffix) {
        return name + "." + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + suffix;
    }

    /** Gives a complete file its name; tried again, since virus scanners hold new files open for a moment. */
    public static void move(Path from, Path to) throws IOException {
        for (int i = 1; ; i++) {
            try {
                moveOnce(from, to);
                return;
            } catch (AccessDeniedException e) {
                if (i == MOVES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void moveOnce(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(MILLIS_BETWEEN_MOVES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a file was moved");
        }
    }

    /**
     * Deletes what processes left in a folder that died while they wrote; the folder need not exist.
     *
     * @param start what the names begin with, for a folder that belongs to others too; "" for all
     */
    public static void sweep(Path folder, String start) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path part : parts) {
                String name = part.getFileName().toString();
                if (name.startsWith(start) && isOfDeadProcess(name)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It costs space, nothing else; what cannot be written is told by whoever writes.
        }
    }

    private static boolean isOfDeadProcess(String name) {
        String stem = name.substring(0, name.length() - SUFFIX.length());
        String owner = stem.substring(stem.lastIndexOf('.') + 1);
        int dash = owner.indexOf('-');
        try {
            long pid = Long.parseLong(dash < 0 ? owner : owner.substring(0, dash));
            return ProcessHandle.of(pid).isEmpty();
        } catch (NumberFormatException e) {
            return false; // Not one of ours.
        }
    }
}
