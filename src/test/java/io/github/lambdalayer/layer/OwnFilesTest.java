package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.RawEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void makeSource() throws IOException {
        source = Files.createDirectories(folder.resolve("src/main/python"));
    }

    @Test
    void modulesGoIntoPythonUncompressed() throws IOException {
        write("app/__init__.py", "");
        write("app/\u00e9 \u0939.txt", "text");
        write("handler.py", "x = 1\n".repeat(1000));
        try (OwnFiles own = gather()) {
            assertThat(names(own))
                    .containsExactlyInAnyOrder(
                            "python/app/__init__.py", "python/app/\u00e9 \u0939.txt", "python/handler.py");
            assertThat(own.zip().entries()).allMatch(e -> e.method() == RawEntry.STORED);
            assertThat(own.zip().content(own.zip().entry("python/handler.py").orElseThrow()))
                    .hasSize(6000);
        }
    }

    @Test
    void cachesAndWhatVersionControlLeavesStayOut() throws IOException {
        write("handler.py", "");
        write("__pycache__/handler.cpython-313.pyc", "");
        write("old.pyc", "");
        write(".git/config", "");
        write("app/.DS_Store", "");
        write("app/a.py~", "");
        Files.createDirectories(source.resolve("empty"));
        try (OwnFiles own = gather()) {
            assertThat(names(own)).containsExactly("python/handler.py");
        }
    }

    @Test
    void patternsChooseFiles() throws IOException {
        write("a.txt", "");
        write("sub/b.txt", "");
        write("sub/c.py", "");
        FileTree tree = new FileTree(source, "", List.of("**/*.txt"), List.of("a.*"));
        try (OwnFiles own = OwnFiles.gather(List.of(tree), folder.resolve("work"))) {
            assertThat(names(own)).containsExactly("sub/b.txt");
        }
    }

    @Test
    void archiveIsGoneAfterwards() throws IOException {
        write("handler.py", "");
        gather().close();
        try (Stream<Path> left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void linkIsRefused() throws IOException {
        write("a.py", "");
        Files.createSymbolicLink(source.resolve("link.py"), Path.of("a.py"));
        assertThatThrownBy(this::gather)
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(source + ": entry \"python/link.py\" is a symbolic link.\n"
                                        + "hint: put the file itself there instead of a link, or exclude it\n"
                                        + "see problems.html#bad-entry-type"));
    }

    @Test
    void linkToAFolderIsRefusedUnlessItStaysOut() throws IOException {
        write("a.py", "");
        Files.createDirectories(folder.resolve("shared/pkg"));
        Files.createSymbolicLink(source.resolve("pkg"), folder.resolve("shared/pkg"));
        assertThatThrownBy(this::gather)
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(source + ": pkg is a symbolic link to a folder.\n"
                                        + "hint: put the folder itself there instead of a link, as npm install"
                                        + " --install-links does\nsee problems.html#bad-entry-type"));
        for (FileTree tree : List.of(
                new FileTree(source, "python", List.of(), List.of("pkg/**")),
                new FileTree(source, "python", List.of("a.*"), List.of()))) {
            try (OwnFiles own = OwnFiles.gather(List.of(tree), folder.resolve("work"))) {
                assertThat(names(own)).containsExactly("python/a.py");
            }
        }
    }

    @Test
    void folderThatIsMissing() throws IOException {
        Files.delete(source);
        assertThatThrownBy(this::gather)
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(source + " is not a folder.\n"
                                        + "hint: see that the folder is there, or leave it out of the configuration\n"
                                        + "see problems.html#bad-own-files"));
    }

    @Test
    void twoFoldersWithOneFile() throws IOException {
        write("a.py", "1");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("a.py"), "2");
        assertThatThrownBy(() -> OwnFiles.gather(
                        List.of(FileTree.python(source), FileTree.python(other)), folder.resolve("work")))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(source + ", " + other + ": entry \"python/a.py\" occurs twice.\n"
                                        + "hint: keep the file in one of the folders only\n"
                                        + "see problems.html#duplicate-entry"));
    }

    @Test
    void nameThatNoLayerCanHold() throws IOException {
        write("a:b.py", "");
        assertThatThrownBy(this::gather)
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(
                                        source + ": entry \"python/a:b.py\" has a backslash or a drive in its name.\n"
                                                + "hint: rename the file, or exclude it\nsee problems.html#bad-entry-name"));
    }

    private void write(String name, String content) throws IOException {
        Path file = source.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private OwnFiles gather() {
        return OwnFiles.gather(List.of(FileTree.python(source)), folder.resolve("work"));
    }

    private static List<String> names(OwnFiles own) {
        return own.zip().entries().stream().map(RawEntry::name).toList();
    }
}
