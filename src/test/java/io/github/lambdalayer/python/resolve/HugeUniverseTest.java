package io.github.lambdalayer.python.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand versions and a hundred thousand files in a JVM with little memory. */
class HugeUniverseTest {

    private static final int VERSIONS = 10_000;
    private static final String CHOSEN = "huge-8999-cp312-cp312-manylinux2014_x86_64.whl";

    @TempDir
    Path folder;

    private final FakeIndex fake = FakeIndex.start();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void isResolvedIn96MegabytesOfHeap() throws Exception {
        fake.alwaysAnswers("/simple/huge/", Reply.json(page()));
        fake.alwaysAnswers(
                "/files/" + CHOSEN + ".metadata",
                Reply.of(200, "text/plain", "Metadata-Version: 2.1\nName: huge\nVersion: 8999\n".getBytes(UTF_8)));
        assertThat(resolved()).as("with an empty cache").isEqualTo("huge==8999");
        assertThat(resolved()).as("from the cache").isEqualTo("huge==8999");
        assertThat(fake.requests()).hasSize(2);
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

    private String resolved() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
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
        return output;
    }
}
