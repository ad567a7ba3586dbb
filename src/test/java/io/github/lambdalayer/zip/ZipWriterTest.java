package io.github.lambdalayer.zip;

import static io.github.lambdalayer.testing.ZipBuilder.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipWriterTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("layer.zip");
    }

    @Test
    void everyByteIsKnown() throws IOException {
        RawZip from = read(zip().directory("pkg/")
                .file(
                        "pkg/a.py",
                        "x = 1\n",
                        e -> e.both(h -> {
                            h.date = 0x1234;
                            h.flags = 2;
                            h.madeBy = 0;
                            h.extra = new byte[] {0x55, 0x54, 0, 0};
                        }))
                .file("pkg/run", "#!/bin/sh\n", e -> e.mode(0100750)));
        try (ZipWriter out = ZipWriter.create(file)) {
            out.copy("python/pkg/a.py", 0644, from.source(), entry(from, "pkg/a.py"));
            out.copy("python/pkg/run", 0755, from.source(), entry(from, "pkg/run"));
            out.stored("python/\u00e9.txt", 0644, "text".getBytes(UTF_8));
            assertThat(out.finish()).isEqualTo(Files.size(file));
        }
        assertThat(Files.readAllBytes(file))
                .isEqualTo(zip().file("python/pkg/a.py", "x = 1\n")
                        .file("python/pkg/run", "#!/bin/sh\n", e -> e.mode(0100755))
                        .stored("python/\u00e9.txt", "text")
                        .bytes());
    }

    @Test
    void entriesOfEverySizeAreCopiedWhole() throws IOException {
        ZipBuilder source = zip();
        int[] sizes = {0, 1, 65_535, 65_536, 65_537, 262_000, 262_144, 262_145, 1_000_000};
        for (int size : sizes) {
            byte[] noise = new byte[size];
            new Random(size).nextBytes(noise);
            source.file("deflated" + size, noise, e -> {}).entry(ZipBuilder.Entry.stored("s" + size, noise), e -> {});
        }
        Path wheel = source.in(folder, "from.zip");
        try (ByteSource bytes = ByteSource.file(wheel);
                ZipWriter out = ZipWriter.create(file)) {
            for (RawEntry entry : RawZip.read(bytes, ZipLimits.WHEEL).entries()) {
                out.copy(entry.name(), 0644, bytes, entry);
            }
            out.finish();
        }
        assertThat(file).hasSameBinaryContentAs(wheel);
    }

    @Test
    void largeContentIsStoredWhole() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        try (ZipWriter out = ZipWriter.create(file)) {
            out.stored("a", 0644, noise);
            out.finish();
        }
        assertThat(file)
                .hasBinaryContent(zip().entry(ZipBuilder.Entry.stored("a", noise), e -> {})
                        .bytes());
    }

    @Test
    void namesObeyTheRulesOnTheWayOutToo() throws IOException {
        try (ZipWriter out = ZipWriter.create(file)) {
            assertThatThrownBy(() -> out.stored("python/../x", 0644, new byte[0]))
                    .isInstanceOf(LayerException.class)
                    .hasMessage("layer.zip: entry \"python/../x\" leaves the archive.");
        }
    }

    @Test
    void nameIsWrittenOnce() throws IOException {
        try (ZipWriter out = ZipWriter.create(file)) {
            out.stored("a", 0644, new byte[0]);
            assertThatThrownBy(() -> out.stored("a", 0644, new byte[0])).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> out.stored("b/", 0644, new byte[0])).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void moreFilesThanThePlainFormatHolds() throws IOException {
        try (ZipWriter out = ZipWriter.create(file)) {
            for (int i = 0; i < 65_534; i++) {
                out.stored("f" + i, 0644, new byte[0]);
            }
            assertThatThrownBy(() -> out.stored("more", 0644, new byte[0]))
                    .isInstanceOfSatisfying(
                            LayerException.class,
                            e -> assertThat(e.block())
                                    .isEqualTo("layer.zip: it would have more than 65534 files.\n"
                                            + "hint: leave packages or files out\nsee problems.html#zip-too-large"));
            out.finish();
        }
        try (ByteSource written = ByteSource.file(file)) {
            assertThat(RawZip.read(written, ZipLimits.WHEEL).entries()).hasSize(65_534);
        }
    }

    @Test
    void moreBytesThanThePlainFormatHolds() throws IOException {
        ByteSource source = ByteSource.of("from.zip", new byte[0]);
        RawEntry huge = new RawEntry("a", RawEntry.STORED, 0, 0, 0xFFFF_FFFFL, 0xFFFF_FFFFL, 0, 0, 0);
        RawEntry bomb = new RawEntry("b", RawEntry.DEFLATED, 0, 0, 10, 0xFFFF_FFFFL, 0, 0, 0);
        try (ZipWriter out = ZipWriter.create(file)) {
            assertThatThrownBy(() -> out.copy("a", 0644, source, huge))
                    .hasMessage("layer.zip: it would have 4 GiB or more.");
            assertThatThrownBy(() -> out.copy("b", 0644, source, bomb))
                    .hasMessage("layer.zip: it would have 4 GiB or more.");
        }
    }

    private static RawZip read(ZipBuilder zip) throws IOException {
        return RawZip.read(ByteSource.of("from.zip", zip.bytes()), ZipLimits.WHEEL);
    }

    private static RawEntry entry(RawZip zip, String name) {
        return zip.entry(name).orElseThrow();
    }
}
