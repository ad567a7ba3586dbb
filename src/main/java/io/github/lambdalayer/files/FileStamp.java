package io.github.lambdalayer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What the file system itself notes of a file, for example {@code 16040022 bytes, inode 1835012, changed
 * 2026-03-01T10:00:00.123456789Z}. The time of change is not the time of modification: no program can set it, and every
 * write, renaming and copying in a local file system moves it on (st_ctime in POSIX, sys/stat.h). Only who may set the clock, or write to the disk
 * itself, can change a file and leave its stamp.
 *
 * @param bytes its size
 * @param inode its number in the file system, of a copy another one
 * @param changed when its content, name or rights were changed last
 */
public record FileStamp(long bytes, long inode, FileTime changed) {

    /** The longest tick of a file system that counts whole seconds. */
    private static final Duration COARSE_TICK = Duration.ofSeconds(2);

    /** Ten times the longest tick of a kernel, for file systems that count parts of a second. */
    private static final Duration FINE_TICK = Duration.ofMillis(100);

    /**
     * The stamp that a file has now; none where the system keeps no such time, as Windows.
     *
     * @throws IOException when the file cannot be looked at
     */
    public static Optional<FileStamp> of(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        Map<String, Object> attributes = Files.readAttributes(file, "unix:size,ino,ctime");
        Long bytes = (Long) attributes.get("size");
        Long inode = (Long) attributes.get("ino");
        FileTime changed = (FileTime) attributes.get("ctime");
        return bytes == null || inode == null || changed == null
                ? Optional.empty()
                : Optional.of(new FileStamp(bytes, inode, changed));
    }

    /**
     * What tells a file from one that stood in its place before: its stamp, or where there is none its size and the time of
     * its last write.
     */
    public static String text(Path file) throws IOException {
        Optional<FileStamp> stamp = of(file);
        return stamp.isPresent()
                ? stamp.get().toString()
                : Files.size(file) + " bytes, written " + Files.getLastModifiedTime(file);
    }

    /** Whether a change that comes now would show: not within the tick of the clock in which the last one was. */
    public boolean isSettled(Instant now) {
        Instant last = changed.toInstant();
        boolean isCoarse = last.equals(last.truncatedTo(ChronoUnit.SECONDS));
        return last.isBefore(now.minus(isCoarse ? COARSE_TICK : FINE_TICK));
    }

    @Override
    public String toString() {
        return bytes + " bytes, inode " + inode + ", changed " + changed;
    }
}
