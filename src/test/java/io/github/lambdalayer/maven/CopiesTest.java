package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.files.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {

    /** The JDK sets times of copies to the microsecond. */
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-03-01T10:00:00.123456789Z"));

    @TempDir
    private Path folder;

    private Path file;
    private Path copy;

    @BeforeEach
    void fileIsCopied() throws IOException {
        file = Files.setLastModifiedTime(Files.writeString(folder.resolve("demo-1.0.whl"), "one"), TIME);
        copy = folder.resolve("wheels/demo-1.0-py3-none-any.whl");
        copy();
        assertThat(copy).hasContent("one");
    }

    @Test
    void whatIsTheSameIsLeftAlone() throws IOException {
        String stamp = FileStamp.text(copy);
        copy();
        assertThat(FileStamp.text(copy)).isEqualTo(stamp);
    }

    @Test
    void anotherFileOfTheSameSizeAndTimeIsCopied() throws IOException {
        Files.setLastModifiedTime(Files.writeString(file, "two"), Files.getLastModifiedTime(copy));
        copy();
        assertThat(copy).hasContent("two");
    }

    @Test
    void othersAreTakenAway() throws IOException {
        Path other = Files.writeString(copy.resolveSibling("other.whl"), "");
        copy();
        assertThat(other).doesNotExist();
        assertThat(copy).hasContent("one");
    }

    private void copy() {
        Copies.into(copy.resolveSibling(""), Map.of(String.valueOf(copy.getFileName()), file));
    }
}
