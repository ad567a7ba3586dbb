package io.github.lambdalayer.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether files still have the digests that they should have. A digest is computed once: a note beside the file, for example
 * {@code six-1.16.0-py2.py3-none-any.whl.stamp}, holds it with the file's {@link FileStamp}, and is believed as long as the
 * stamp stays. On another machine, and where a CI restores it, a file has another stamp.
 */
public final class NotedDigests {

    private final Clock clock;
    private final String suffix;

    /** Notes that are written as {@link WholeFile#write(Path, byte[])} does it. */
    public NotedDigests(Clock clock) {
        this(clock, WholeFile.SUFFIX);
    }

    /**
     * Notes that are written in a folder whose unfinished files have this ending.
     *
     * @param suffix as of {@link WholeFile#write(Path, byte[], String)}
     */
    public NotedDigests(Clock clock, String suffix) {
        this.clock = clock;
        this.suffix = suffix;
    }

    /**
     * Whether the content of a file has this digest.
     *
     * @param note where it stands, and is written when it had to be computed
     * @throws IOException when the file cannot be read; a note that cannot be read or written does no harm
     */
    public boolean has(Path file, String sha256, Path note) throws IOException {
        Optional<String> text = FileStamp.of(file).map(stamp -> text(sha256, stamp));
        return (text.isPresent() && text.equals(read(note))) || compute(file, sha256, note);
    }

    /**
     * Notes the digest of a file that was just written, so that it is not computed even once. Nothing is noted while the
     * file system's clock stands where it stood then: a change within one tick would not show.
     *
     * @param later a file that was written after it in the same file system
     */
    public void written(Path file, String sha256, Path note, Path later) {
        try {
            Optional<FileTime> reached = FileStamp.of(later).map(FileStamp::changed);
            FileStamp.of(file)
                    .filter(stamp -> reached.filter(now -> now.compareTo(stamp.changed()) > 0)
                            .isPresent())
                    .ifPresent(stamp -> write(note, text(sha256, stamp)));
        } catch (IOException e) {
            // It is computed when somebody asks.
        }
    }

    private boolean compute(Path file, String sha256, Path note) throws IOException {
        Instant now = clock.instant();
        Optional<FileStamp> before = FileStamp.of(file);
        if (!Sha256.hex(Sha256.digest(file)).equals(sha256)) {
            return false;
        }
        // A settled stamp changes with whatever is written from then on, also while the file is digested.
        before.filter(stamp -> stamp.isSettled(now)).ifPresent(stamp -> write(note, text(sha256, stamp)));
        return true;
    }

    private static String text(String sha256, FileStamp stamp) {
        return sha256 + ", " + stamp;
    }

    private static Optional<String> read(Path note) {
        try {
            return Files.isRegularFile(note) ? Optional.of(Files.readString(note, ISO_8859_1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(Path note, String text) {
        WholeFile.note(note, text.getBytes(ISO_8859_1), suffix);
    }
}
