package io.github.lambdalayer.audit;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.python.wheel.WheelWatch;
import io.github.lambdalayer.testing.ElfBuilder;
import io.github.lambdalayer.testing.WheelBuilder;
import io.github.lambdalayer.zip.RawEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenLibrariesTest {

    private static final byte[] TOO_NEW =
            ElfBuilder.x86_64().needs("libc.so.6", "GLIBC_2.99").bytes();

    @TempDir
    private Path folder;

    private final SeenLibraries seen = new SeenLibraries();
    private int runs;

    @Test
    void librariesAndProgramsAreReadWhileTheirWheelIsVerified() throws IOException {
        byte[] program = ElfBuilder.x86_64().needs("libm.so.6").bytes();
        byte[] broken = Arrays.copyOf(TOO_NEW, 200);
        byte[] text = "no library".getBytes(UTF_8);
        byte[] code = "import demo.x".getBytes(UTF_8);
        WheelBuilder demo = wheel("demo", "1.0")
                .file("demo/x.so", TOO_NEW)
                .file("demo/run", program, 0100755, entry -> {})
                .file("demo/text.so", text)
                .file("demo/broken.so", broken)
                .file("demo/code.py", code);
        verify(demo);
        assertThat(seen.get(digest(TOO_NEW)).map(ElfFile::needed)).contains(List.of("libc.so.6"));
        assertThat(seen.get(digest(program)).map(ElfFile::needed)).contains(List.of("libm.so.6"));
        for (byte[] none : List.of(text, broken)) {
            assertThat(seen.has(digest(none))).isTrue();
            assertThat(seen.get(digest(none))).isEmpty();
        }
        assertThat(seen.has(digest(code))).isFalse();
    }

    @Test
    void whatIsNotTheFileThatRecordListsIsNotSeen() {
        WheelBuilder demo = wheel("demo", "1.0")
                .file("demo/x.so", TOO_NEW)
                .recordText(record -> record.replaceFirst("demo/x.so,sha256=.", "demo/x.so,sha256=_"));
        WheelWatch byOneName = (file, digest) -> seen.begin(file, "any");
        assertThatThrownBy(() -> WheelFile.verify(demo.in(folder), WheelFilename.parse(demo.filename()), byOneName))
                .isInstanceOf(LayerException.class)
                .hasMessageContaining("demo/x.so");
        assertThat(seen.has("any")).isFalse();
    }

    @Test
    void seenLibrariesAreNotInflatedAgain() throws IOException {
        WheelBuilder demo = wheel("demo", "1.0").file("demo/x.so", TOO_NEW);
        verify(demo);
        SeenLibraries other = new SeenLibraries();
        RawEntry entry = entry(demo, "demo/x.so");
        byte[] harmless = ElfBuilder.x86_64().needs("libc.so.6", "GLIBC_2.17").bytes();
        try (OutputStream watching = other.begin(entry, digest(TOO_NEW))) {
            watching.write(harmless);
        }
        try (AuditFixture fixture = new AuditFixture(folder)) {
            AuditedLayer layer = fixture.layer(demo);
            assertThat(run(layer, new SeenLibraries())).hasSize(1);
            assertThat(run(layer, seen)).hasSize(1).isEqualTo(run(layer, new SeenLibraries()));
            assertThat(run(layer, other)).isEmpty();
        }
    }

    private List<Finding> run(AuditedLayer layer, SeenLibraries libraries) {
        runs++;
        return Audit.with(Map.of())
                .remembering(folder.resolve("notes" + runs), libraries)
                .run(layer);
    }

    private void verify(WheelBuilder wheel) throws IOException {
        WheelFile.verify(wheel.in(folder), WheelFilename.parse(wheel.filename()), seen)
                .close();
    }

    /** As RECORD has it. */
    private static String digest(byte[] content) {
        byte[] sha256 = HexFormat.of().parseHex(Sha256.of(content));
        return "sha256=" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    }

    private RawEntry entry(WheelBuilder wheel, String path) throws IOException {
        try (WheelFile file = WheelFile.verify(wheel.in(folder), WheelFilename.parse(wheel.filename()))) {
            return file.zip().entry(path).orElseThrow();
        }
    }
}
