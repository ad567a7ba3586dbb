package io.github.lambdalayer.python.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand versions and a hundred thousand files in a JVM with little memory. */
class HugeUniverseTest {

    private static final int VERSIONS = 10_000;
    private static final String CHOSEN = "huge-8999-cp312-cp312-manylinux2014_x86_64.whl";

    @TempDir
    Path folder;

    @AutoClose
    private final FakeIndex fake = FakeIndex.start();

    private int allocatedMebibytes;

    @Test
    void isResolvedIn96MegabytesOfHeap() throws Exception {
        fake.alwaysAnswers("/simple/huge/", Reply.json(page()));
        fake.alwaysAnswers(
                "/files/" + CHOSEN + ".metadata",
                Reply.of(200, "text/plain", "Metadata-Version: 2.1\nName: huge\nVersion: 8999\n".getBytes(UTF_8)));
        assertThat(resolved("-Xmx96m")).as("with an empty cache").isEqualTo("huge==8999");
        // Some 5 kB for each file; whoever looks at each file for each version goes far beyond.
        assertThat(allocatedMebibytes).isLessThan(1000);
        assertThat(resolved("-Xmx96m")).as("from the cache").isEqualTo("huge==8999");
        assertThat(fake.requests()).hasSize(2);
    }

    /** Half a gigabyte of blanks, of which no more than the limit is read, and nothing is kept. */
    @Test
    void pageThatUnpacksWithoutEndIsRefusedIn24MegabytesOfHeap() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (int mebibytes = 0; mebibytes < 512; mebibytes++) {
                gzip.write(blank);
            }
        }
        assertThat(packed.size()).isLessThan(600_000);
        fake.alwaysAnswers(
                "/simple/huge/",
                Reply.of(200, "application/vnd.pypi.simple.v1+json", packed.toByteArray())
                        .header("Content-Encoding", "gzip"));
        assertThat(resolved("-Xmx24m"))
                .isEqualTo(fake.url() + "huge/ is larger than 64 MiB."
                        + "\nhint: check the address of the index\nsee problems.html#too-large");
    }

    private String page() {
        StringBuilder json = new StringBuilder("{\"meta\": {\"api-version\": \"1.0\"}, \"files\": [");
        for (int version = 0; version < VERSIONS; version++) {
            for (int minor = 5; minor < 15; minor++) {
                String name = "huge-" + version + "-cp3" + minor + "-cp3" + minor + "-manylinux2014_x86_64.whl";
                json.append(version == 0 && minor == 5 ? "" : ",")
                        .append("{\"filename\": \"")
                        .append(name)
                        .append("\", \"url\": \"")
                        .append(fake.url("/files/" + name))
                        .append("\", \"core-metadata\": true, \"requires-python\": \">=3.")
                        .append(minor)
                        .append("\", \"hashes\": {\"sha256\": \"")
                        .append(String.format("%064x", version * 100 + minor))
                        .append("\"}}");
            }
        }
        return json.append("]}").toString();
    }

    private String resolved(String heap) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ResolveProcess.class.getName(),
                        folder.toString(),
                        fake.url().toString(),
                        "huge<9000"))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(output).isZero();
        int last = output.lastIndexOf("\nallocated ");
        allocatedMebibytes = Integer.parseInt(output.substring(last + "\nallocated ".length()));
        return output.substring(0, last);
    }
}
