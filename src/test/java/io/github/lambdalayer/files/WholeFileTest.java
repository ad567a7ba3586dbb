package io.github.lambdalayer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {

    /** No Linux, macOS or Windows has a process of this number. */
    private static final String DEAD = Long.toString(Integer.MAX_VALUE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"data.zip.DEAD.part", ".data.json.DEAD-7c1e-4b.part", "own-files.DEAD-18446744073.part"})
    void whatDeadProcessesLeftIsRemoved(String name) throws IOException {
        assertThat(isSwept(name.replace("DEAD", DEAD))).isTrue();
    }

    @Test
    void whatLivingProcessesWriteStays() throws IOException {
        assertThat(isSwept(WholeFile.unfinished(".data.json"))).isFalse();
        assertThat(isSwept("data.zip." + ProcessHandle.current().pid() + ".part"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.zip", "film.part", "film.mp4.part", ".part", "data.-1-2.part", "data.zip.DEAD"})
    void whatIsNotOursStays(String name) throws IOException {
        assertThat(isSwept(name.replace("DEAD", DEAD))).isFalse();
    }

    @Test
    void folderNeedNotExist() {
        assertThatCode(() -> WholeFile.sweep(folder.resolve("none"), "")).doesNotThrowAnyException();
    }

    @Test
    void whatBelongsToAnotherFileStays() throws IOException {
        Path own = Files.createFile(folder.resolve(".pylock.toml." + DEAD + "-1.part"));
        Path other = Files.createFile(folder.resolve(".other.toml." + DEAD + "-1.part"));
        WholeFile.sweep(folder, ".pylock.toml.");
        assertThat(own).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void fileIsReplacedWholeAndNothingIsLeftBesideIt() throws IOException {
        Path file = folder.resolve("new/data.json");
        WholeFile.write(file, new byte[] {1});
        WholeFile.write(file, new byte[] {2, 3});
        assertThat(file).hasBinaryContent(new byte[] {2, 3});
        WholeFile.writeForced(file, new byte[] {4});
        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        assertThat(folder.resolve("new").toFile().list()).containsExactly("data.json");
    }

    @Test
    void fileThatIsThereIsReplacedByAMoveToo() throws IOException {
        Path from = Files.writeString(folder.resolve("new.zip"), "new");
        Path to = Files.writeString(folder.resolve("data.zip"), "old");
        WholeFile.move(from, to);
        assertThat(to).hasContent("new");
        assertThat(from).doesNotExist();
    }

    private boolean isSwept(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        WholeFile.sweep(folder, "");
        return !Files.exists(file);
    }

    @Test
    void noteThatCannotBeWrittenIsNoFailure() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        WholeFile.note(file.resolve("note"), new byte[] {1}, WholeFile.SHARED_SUFFIX);
        assertThat(file).isEmptyFile();
        WholeFile.note(folder.resolve("notes/note"), new byte[] {1}, WholeFile.SHARED_SUFFIX);
        assertThat(folder.resolve("notes/note")).hasBinaryContent(new byte[] {1});
    }
}
