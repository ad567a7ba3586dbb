package io.github.lambdalayer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.writeString(folder.resolve("a.whl"), "abc");
        assumeTrue(FileStamp.of(file).isPresent(), "this system keeps no time of change");
    }

    private FileStamp stamp() throws IOException {
        return FileStamp.of(file).orElseThrow();
    }

    @Test
    void readingLeavesTheStamp() throws IOException {
        FileStamp before = stamp();
        assertThat(file).hasContent("abc");
        assertThat(stamp()).isEqualTo(before).hasToString(before.toString());
        assertThat(before.bytes()).isEqualTo(3);
    }

    @Test
    void aCopyWithTheSameTimeOfModificationHasAnotherStamp() throws IOException {
        FileStamp before = stamp();
        Path copy = Files.copy(file, folder.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void theTimeOfChangeIsNotTheOneThatProgramsSet() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(stamp().changed()).isGreaterThan(FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void aStampInWholeSecondsIsSettledTwoSecondsAfterTheChange() {
        FileStamp stamp = new FileStamp(3, 1, FileTime.from(Instant.parse("2026-03-01T10:00:00Z")));
        assertThat(stamp.isSettled(Instant.parse("2026-03-01T10:00:02Z"))).isFalse();
        assertThat(stamp.isSettled(Instant.parse("2026-03-01T10:00:02.001Z"))).isTrue();
    }

    @Test
    void aStampWithPartsOfASecondIsSettledATenthOfASecondAfterTheChange() {
        FileStamp stamp = new FileStamp(3, 1, FileTime.from(Instant.parse("2026-03-01T10:00:00.004Z")));
        assertThat(stamp.isSettled(Instant.parse("2026-03-01T10:00:00.104Z"))).isFalse();
        assertThat(stamp.isSettled(Instant.parse("2026-03-01T10:00:00.105Z"))).isTrue();
    }
}
