package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {

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
        assertThat(isSwept(Leftovers.unfinished(".data.json", "7c1e-4b"))).isFalse();
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
        assertThatCode(() -> Leftovers.sweep(folder.resolve("none"))).doesNotThrowAnyException();
    }

    private boolean isSwept(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        Leftovers.sweep(folder);
        return !Files.exists(file);
    }
}
