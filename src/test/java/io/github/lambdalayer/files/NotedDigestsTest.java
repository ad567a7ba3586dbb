package io.github.lambdalayer.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotedDigestsTest {

    private static final String DATA = Sha256.of("data".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private Path file;
    private Path note;
    private final NotedDigests later = new NotedDigests(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("data.zip"), "data");
        note = folder.resolve("data.zip.stamp");
    }

    @Test
    void whatWasComputedIsNotedWithTheStamp() throws IOException {
        FileStamp stamp = FileStamp.of(file).orElse(null);
        assumeTrue(stamp != null, "this file system keeps no time of change");
        assertTrue(later.has(file, DATA, note));
        assertEquals(DATA + ", " + stamp, Files.readString(note));
    }

    /** A note that claims another digest for the same stamp shows that the note is read, and the file is not. */
    @Test
    void whatIsNotedIsBelieved() throws IOException {
        FileStamp stamp = FileStamp.of(file).orElse(null);
        assumeTrue(stamp != null, "this file system keeps no time of change");
        Files.writeString(note, "other, " + stamp);
        assertTrue(later.has(file, "other", note));
    }

    @Test
    void aNoteOfAnotherDigestSaysNothing() throws IOException {
        assertTrue(later.has(file, DATA, note));
        assertFalse(later.has(file, Sha256.of(new byte[0]), note));
    }

    @Test
    void whatIsWrittenAnewIsComputedAnew() throws IOException {
        assertTrue(later.has(file, DATA, note));
        Files.writeString(file, "Data");
        assertFalse(later.has(file, DATA, note));
    }

    @Test
    void aFileThatWasWrittenJustNowGetsNoNote() throws IOException {
        Clock atOnce = Clock.fixed(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
        assertTrue(new NotedDigests(atOnce).has(file, DATA, note));
        assertFalse(Files.exists(note));
    }

    /** Digesting may take longer than a tick; this clock damages the file, so a digest that comes after it is another one. */
    @Test
    void whetherAStampIsSettledIsJudgedBeforeTheFileIsRead() throws IOException {
        Clock damaging = new Clock() {
            @Override
            public Instant instant() {
                try {
                    Files.writeString(file, "Data");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return Instant.now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        assertFalse(new NotedDigests(damaging).has(file, DATA, note));
        assertFalse(Files.exists(note));
    }

    @Test
    void aNoteThatCannotBeReadOrWrittenDoesNoHarm() throws IOException {
        Files.createDirectories(note.resolve("not a file"));
        assertTrue(later.has(file, DATA, note));
        assertFalse(later.has(file, "other", note));
    }

    /** The note claims a digest that the file does not have, so whoever believes it has not read the file. */
    @Test
    void whatWasJustWrittenIsNotedOnceTheClockOfTheFilesHasGoneOn() throws IOException {
        Optional<FileStamp> stamp = FileStamp.of(file);
        assumeTrue(stamp.isPresent(), "this file system keeps no time of change");
        later.written(file, "other", note, file);
        assertFalse(Files.exists(note));
        later.written(file, "other", note, writtenInALaterTick(stamp.get()));
        assertTrue(later.has(file, "other", note));
        Files.writeString(file, "Data");
        assertFalse(later.has(file, "other", note));
    }

    private Path writtenInALaterTick(FileStamp stamp) throws IOException {
        Path witness = folder.resolve("data.json");
        do {
            Files.writeString(witness, "{}");
        } while (FileStamp.of(witness).orElseThrow().changed().compareTo(stamp.changed()) <= 0);
        return witness;
    }

    @Test
    void aWitnessThatIsGoneSaysNothing() {
        later.written(file, DATA, note, folder.resolve("data.json"));
        assertFalse(Files.exists(note));
    }
}
