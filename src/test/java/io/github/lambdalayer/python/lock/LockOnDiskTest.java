package io.github.lambdalayer.python.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockOnDiskTest {

    private static final String ONE = "one\n".repeat(100_000);
    private static final String TWO = "two\n".repeat(100_000);

    @TempDir
    private Path folder;

    @RepeatedTest(5)
    void processThatIsKilledWhileItWritesLeavesAWholeFile() throws IOException, InterruptedException {
        Path file = folder.resolve("pylock.toml");
        LockOnDisk.write(file, ONE);
        Process writer = startWriter(file);
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 20; i++) {
                assertThat(lines.readLine()).isEqualTo("written");
            }
        }
        writer.destroyForcibly().waitFor();
        assertThat(Files.readString(file)).isIn(ONE, TWO);

        LockOnDisk.write(file, "after");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void partOfALivingProcessIsLeftAlone() throws IOException {
        Path file = folder.resolve("pylock.toml");
        Path part = folder.resolve(".pylock.toml." + ProcessHandle.current().pid() + "-1.part");
        Path other = folder.resolve(".pylock.toml.notes.part");
        Files.writeString(part, "");
        Files.writeString(other, "");
        LockOnDisk.write(file, "text");
        assertThat(files()).containsExactlyInAnyOrder(file, part, other);
    }

    @Test
    void missingFoldersAreMade() {
        Path file = folder.resolve("target/lambda-layer/pylock.toml");
        LockOnDisk.write(file, "text");
        assertThat(file).hasContent("text");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Process startWriter(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .start();
    }

    /** Writes without end, in a process of its own. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            while (true) {
                LockOnDisk.write(Path.of(args[0]), TWO);
                System.out.println("written");
                LockOnDisk.write(Path.of(args[0]), ONE);
                System.out.println("written");
            }
        }
    }
}
