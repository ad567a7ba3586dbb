package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WheelBuilderTest {

    @TempDir
    Path folder;

    @Test
    void wheelHoldsFilesAndTheirRecord() throws IOException {
        WheelBuilder demo = WheelBuilder.wheel("demo", "1.0").requires("six").file("demo/__init__.py", "x = 1\n");
        Map<String, String> content = read(demo.in(folder));
        assertThat(demo.filename()).isEqualTo("demo-1.0-py3-none-any.whl");
        assertThat(content)
                .containsEntry("demo/__init__.py", "x = 1\n")
                .containsEntry(
                        "demo-1.0.dist-info/METADATA",
                        "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\nRequires-Dist: six\n")
                .containsEntry(
                        "demo-1.0.dist-info/WHEEL",
                        "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        assertThat(content.get("demo-1.0.dist-info/RECORD"))
                .startsWith("demo/__init__.py,sha256=nia_NpkRxFwkPGhBR7I_yeHc_PJX0pmhxjIBam_NM_Q,6\n")
                .endsWith("demo-1.0.dist-info/RECORD,,\n");
    }

    @Test
    void sameBytesEachTime() {
        assertThat(WheelBuilder.wheel("a", "1").bytes())
                .isEqualTo(WheelBuilder.wheel("a", "1").bytes());
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> content = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                content.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return content;
    }
}
