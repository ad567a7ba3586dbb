package io.github.lambdalayer.layer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers that other tools made: they are read as AWS reads them, and not by the rules for wheels. */
class ForeignLayerTest {

    private static final int LINK = 0120777;

    @TempDir
    private Path folder;

    @Test
    void dataDescriptorsAndDirectoryEntries() throws IOException {
        Path zip = folder.resolve("layer.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) { // It writes descriptors always.
            out.setComment("made by the JDK");
            for (String name : List.of("python/", "python/demo/", "python/demo/__init__.py", "python/demo/é.txt")) {
                ZipEntry entry = new ZipEntry(name);
                entry.setComment("a comment");
                out.putNextEntry(entry);
                out.write(
                        name.endsWith("/") ? new byte[0] : "x = 1\n".repeat(100).getBytes(UTF_8));
                out.closeEntry();
            }
        }
        try (LayerArchive archive = LayerArchive.open(zip)) {
            assertThat(archive.packages()).isEmpty();
            assertThat(archive.plan().entries())
                    .extracting(LayerEntry::path)
                    .containsExactly("python/demo/__init__.py", "python/demo/é.txt");
            assertThat(archive.plan().unzippedBytes()).isEqualTo(1200);
            Unpacking.unpack(archive.plan(), folder.resolve("opt"));
        }
        assertThat(folder.resolve("opt/python/demo/é.txt")).hasContent("x = 1\n".repeat(100));
    }

    @Test
    void otherVersionsFlagsAndExtraFields() throws IOException {
        byte[] time = {0x55, 0x54, 5, 0, 1, 0, 0, 0, 0};
        Path zip = ZipBuilder.zip()
                .file("lib/a.txt", "a", entry -> {
                    entry.both(header -> header.versionNeeded = 63);
                    entry.local.extra = time;
                    entry.central.extra = new byte[] {1, 2, 3}; // Cut off, which nobody minds.
                    entry.central.comment = "c".getBytes(UTF_8);
                })
                .comment("made by hand".getBytes(UTF_8))
                .in(folder, "layer.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            Unpacking.unpack(archive.plan(), folder.resolve("opt"));
        }
        assertThat(folder.resolve("opt/lib/a.txt")).hasContent("a");
    }

    @Test
    void zip64ThatIsNotNeeded() throws IOException {
        Path zip = ZipBuilder.zip()
                .file("lib/a.txt", "a")
                .zip64(e -> {})
                .end(e -> e.directoryOffset = 0xFFFF_FFFFL) // As zip -fz does.
                .in(folder, "layer.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            Unpacking.unpack(archive.plan(), folder.resolve("opt"));
        }
        assertThat(folder.resolve("opt/lib/a.txt")).hasContent("a");
    }

    @Test
    void linksStayLinks() throws IOException {
        Path zip = ZipBuilder.zip()
                .file("lib/libdemo.so.1.0", "library")
                .stored("lib/libdemo.so", "libdemo.so.1.0", entry -> entry.mode(LINK))
                .in(folder, "layer.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            assertThat(archive.plan().entries())
                    .extracting(LayerEntry::path, LayerEntry::isLink)
                    .containsExactly(tuple("lib/libdemo.so", true), tuple("lib/libdemo.so.1.0", false));
            Unpacking.unpack(archive.plan(), folder.resolve("opt"));
        }
        assertThat(folder.resolve("opt/lib/libdemo.so")).isSymbolicLink().hasContent("library");
    }

    @Test
    void linkOutOfTheLayerIsNotMade() throws IOException {
        for (String target : List.of("/etc/passwd", "../../outside", "", "a\0b")) {
            Path zip = ZipBuilder.zip()
                    .stored("lib/link", target, entry -> entry.mode(LINK))
                    .in(folder, "layer.zip");
            try (LayerArchive archive = LayerArchive.open(zip)) {
                assertThatThrownBy(() -> Unpacking.unpack(archive.plan(), folder.resolve("opt")))
                        .isInstanceOfSatisfying(
                                LayerException.class,
                                e -> assertThat(e.sentence())
                                        .isEqualTo("lib/link of layer.zip cannot be unpacked to "
                                                + folder.resolve("opt") + ": it is a link out of the layer."));
            }
        }
    }

    /** By its text alone {@code out} stays in the layer; the link that it goes through makes it leave. */
    @Test
    void linkThroughAnotherLinkStaysInTheLayer() throws IOException {
        Path zip = ZipBuilder.zip()
                .stored("a/b/top", "../..", entry -> entry.mode(LINK))
                .stored("a/here", ".", entry -> entry.mode(LINK))
                .stored("out", "a/b/top/../..", entry -> entry.mode(LINK))
                .in(folder, "layer.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            Unpacking.unpack(archive.plan(), folder.resolve("opt"));
        }
        assertThat(folder.resolve("opt/a/here/b/top").toRealPath())
                .isEqualTo(folder.resolve("opt").toRealPath());
        assertThat(folder.resolve("opt/out").toRealPath())
                .isEqualTo(folder.resolve("opt/a").toRealPath());
    }

    @Test
    void metadataThatCannotBeReadIsNoPackage() throws IOException {
        Path zip = ZipBuilder.zip()
                .file("python/demo-1.0.dist-info/METADATA", "nothing")
                .file("python/six-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: six\nVersion: 1.0\n")
                .file("python/six-1.0.dist-info/RECORD", "\"")
                .in(folder, "layer.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            assertThat(archive.packages())
                    .extracting(InstalledPackage::distInfo)
                    .containsExactly("six-1.0.dist-info");
        }
    }

    /** Info-ZIP marks no name. */
    @Test
    void namesInUtf8ThatAreNotMarked() throws IOException {
        Path zip = ZipBuilder.zip()
                .file("python/\u00e9.py", "x", e -> e.both(h -> h.flags = 0))
                .in(folder, "layer.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            assertThat(archive.plan().entries()).extracting(LayerEntry::path).containsExactly("python/\u00e9.py");
        }
    }

    @Test
    void metadataThatClaimsToBeHugeIsNoPackage() throws IOException {
        Path zip = ZipBuilder.zip()
                .file("python/demo-1.0.dist-info/METADATA", "Name: demo", e -> e.both(h -> h.unzippedBytes = 32 << 20))
                .file("python/demo.py", "x")
                .in(folder, "layer.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            assertThat(archive.packages()).isEmpty();
            assertThat(archive.plan().entries()).hasSize(2);
        }
    }

    @Test
    void namesObeyTheSameRules() {
        Path zip = ZipBuilder.zip().file("../evil", "x").in(folder, "layer.zip");
        assertThatThrownBy(() -> LayerArchive.open(zip))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.sentence()).isEqualTo("layer.zip: entry \"../evil\" leaves the archive."));
    }

    @Test
    void entryBehindTheEnd() {
        Path zip = ZipBuilder.zip()
                .stored(
                        "a",
                        "x",
                        entry -> entry.both(header -> {
                            header.compressedBytes = 5000;
                            header.unzippedBytes = 5000;
                        }))
                .in(folder, "layer.zip");
        assertThatThrownBy(() -> LayerArchive.open(zip))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.sentence())
                                .isEqualTo("layer.zip: entry \"a\" goes on behind the end of the archive."));
    }
}
