package io.github.lambdalayer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsInItIsSorted() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("b"));
        Path deep = Files.createFile(inner.resolve("d"));
        Path first = Files.createFile(folder.resolve("a"));
        assertThat(Directory.list(folder)).containsExactly(first, inner);
        assertThat(Directory.walk(folder)).containsExactly(folder, first, inner, deep);
    }

    @Test
    void aFolderThatIsNotThereIsAFaultOfTheDisk() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> Directory.list(missing)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void soIsAFaultOnTheWay() {
        IOException fault = new IOException("Input/output error");
        Stream<Path> breaking = Stream.of(folder).peek(path -> {
            throw new UncheckedIOException(fault);
        });
        assertThatThrownBy(() -> Directory.sorted(breaking)).isSameAs(fault);
    }
}
