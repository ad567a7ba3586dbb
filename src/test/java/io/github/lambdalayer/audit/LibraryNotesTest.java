package io.github.lambdalayer.audit;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.elf.ElfMachine;
import io.github.lambdalayer.elf.NeededVersion;
import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.testing.ElfBuilder;
import io.github.lambdalayer.testing.WheelBuilder;
import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryNotesTest {

    private static final ElfFile ELF = new ElfFile(
            ElfMachine.X86_64,
            64,
            "libdemo.so.1",
            List.of("libc.so.6", "lib with blanks.so"),
            "$ORIGIN/../demo.libs",
            "",
            List.of(new NeededVersion("libc.so.6", "GLIBC_2.17"), new NeededVersion("lib with blanks.so", "V1")));

    @TempDir
    Path folder;

    @Test
    void whatIsNotedIsReadBack() {
        Map<String, Optional<ElfFile>> notes = Map.of("sha256=a", Optional.of(ELF), "sha256=b", Optional.empty());
        assertThat(LibraryNotes.parse(LibraryNotes.format(notes).orElseThrow())).isEqualTo(notes);
    }

    @Test
    void nameThatWouldBreakTheLinesIsNotNoted() {
        for (String name : List.of("a\nb", "a\tb", "a\u0001b")) {
            ElfFile odd = new ElfFile(ElfMachine.X86_64, 64, name, List.of(), "", "", List.of());
            assertThat(LibraryNotes.format(Map.of("sha256=a", Optional.of(odd))))
                    .isEmpty();
        }
    }

    @Test
    void damagedNotesAreNone() {
        byte[] good = LibraryNotes.format(Map.of("sha256=a", Optional.of(ELF))).orElseThrow();
        for (int length = 0; length < good.length; length++) {
            assertThat(LibraryNotes.parse(Arrays.copyOf(good, length))).isEmpty();
        }
        assertThat(LibraryNotes.parse("libraries 2\nend".getBytes(UTF_8))).isEmpty();
        assertThat(LibraryNotes.parse("libraries 1\nsha256=a\tx\ty\nend".getBytes(UTF_8)))
                .isEmpty();
        assertThat(LibraryNotes.parse("libraries 1\nsha256=a\t1\t64\t\t\t\tversion x\nend".getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void findingsAreTheSameWithNotes() throws IOException {
        WheelBuilder demo = wheel("demo", "1.0")
                .file(
                        "demo/x.so",
                        ElfBuilder.x86_64().needs("libc.so.6", "GLIBC_2.99").bytes())
                .file("demo/y.so", "no library");
        Audit audit = Audit.with(Map.of()).remembering(folder.resolve("notes"), new SeenLibraries());
        try (AuditFixture fixture = new AuditFixture(folder)) {
            AuditedLayer layer = fixture.layer(demo);
            List<Finding> first = audit.run(layer);
            try (Stream<Path> files = Files.list(folder.resolve("notes"))) {
                assertThat(files).hasSize(1);
            }
            assertThat(audit.run(layer)).isEqualTo(first).hasSize(1);
        }
    }

    @Test
    void notesAreUsedInsteadOfTheWheel() {
        String digest = "sha256=a";
        Notebook notebook = Notebook.in(folder.resolve("notes"));
        notebook.write(Map.of(digest, Optional.of(ELF)));
        assertThat(notebook.read(List.of(digest))).containsEntry(digest, Optional.of(ELF));
        assertThat(notebook.read(List.of("sha256=b"))).isEmpty();
        assertThat(Notebook.NONE.read(List.of(digest))).isEmpty();
    }

    @Test
    void folderThatCannotBeWrittenDoesNoHarm() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Notebook notebook = Notebook.in(file.resolve("notes"));
        notebook.write(Map.of("sha256=a", Optional.empty()));
        assertThat(notebook.read(List.of("sha256=a"))).isEmpty();
    }

    /** Whoever strips or patches libraries in a zip mostly leaves RECORD as it was. */
    @Test
    void whatRecordSaysInAZipIsNeitherBelievedNorNoted() throws IOException {
        byte[] good = ElfBuilder.x86_64().needs("libc.so.6", "GLIBC_2.17").bytes();
        byte[] other = ElfBuilder.x86_64().needs("libc.so.6", "GLIBC_2.99").bytes();
        Audit audit = Audit.with(Map.of()).remembering(folder.resolve("notes"), new SeenLibraries());
        try (AuditFixture fixture = new AuditFixture(folder)) {
            AuditedLayer built = fixture.layer(wheel("demo", "1.0").file("demo/x.so", good));
            try (LayerArchive zip = LayerArchive.open(patched(other, digest(built)))) {
                AuditedLayer patched = fixture.layer(zip.plan(), List.of());
                assertThat(audit.run(patched)).extracting(Finding::check).containsExactly("glibc");
                assertThat(audit.run(built)).isEmpty();
                assertThat(audit.run(patched)).extracting(Finding::check).containsExactly("glibc");
            }
        }
    }

    private static String digest(AuditedLayer layer) {
        return layer.plan().entries().stream()
                .filter(entry -> entry.path().endsWith("x.so"))
                .findFirst()
                .orElseThrow()
                .content()
                .digest();
    }

    private Path patched(byte[] library, String digest) {
        String distInfo = "python/demo-1.0.dist-info/";
        return ZipBuilder.zip()
                .file("python/demo/x.so", library, entry -> {})
                .file(distInfo + "METADATA", "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n")
                .file(distInfo + "RECORD", "demo/x.so," + digest + ",\n")
                .in(folder, "layer.zip");
    }
}
