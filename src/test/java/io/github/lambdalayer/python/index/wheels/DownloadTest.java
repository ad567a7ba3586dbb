package io.github.lambdalayer.python.index.wheels;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.RawServer;
import io.github.lambdalayer.testing.Reply;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the network may do to a file on its way. Nothing but the right bytes ever gets a name. */
class DownloadTest {

    private static final WheelBuilder DEMO = WheelBuilder.wheel("demo", "1.0").file("demo/x.txt", "x".repeat(900));
    private static final byte[] BYTES = DEMO.bytes();
    private static final String PATH = "/files/demo-1.0-py3-none-any.whl";

    @TempDir
    Path folder;

    private final FakeIndex fake = FakeIndex.start().with(FakeFile.of(DEMO)).withEtags();
    private IndexSandbox sandbox;

    @BeforeEach
    void makeSandbox() {
        sandbox = new IndexSandbox(folder);
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString).filter(p -> p.endsWith(".part")))
                    .isEmpty();
        }
    }

    private static IndexFile at(URI url) {
        return IndexFile.of(WheelFilename.parse(DEMO.filename()), url, DEMO.sha256(), BYTES.length, "first");
    }

    private void fetch(URI url) throws IOException {
        try (WheelFile wheel = sandbox.open(fake).store().fetch(at(url))) {
            assertThat(wheel.filename().text()).isEqualTo(DEMO.filename());
        }
        assertThat(sandbox.open(fake).store().missing(List.of(at(url)))).isEmpty();
    }

    private String failureOf(URI url) {
        String block = failure(() -> sandbox.open(fake).store().fetch(at(url))).block();
        assertThat(sandbox.open(fake).store().missing(List.of(at(url)))).hasSize(1);
        return block.replace(url.toString(), "http://host/demo.whl");
    }

    private static RawServer.Step cut(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(ISO_8859_1));
        all.writeBytes(body);
        return RawServer.cut(all.toByteArray());
    }

    private static byte[] half() {
        return Arrays.copyOf(BYTES, BYTES.length / 2);
    }

    @Test
    void progressIsToldToTheEnd() throws IOException {
        fetch(fake.url(PATH));
        assertThat(sandbox.events)
                .containsExactly(
                        "begin first " + DEMO.filename() + " " + BYTES.length,
                        "succeeded " + DEMO.filename() + " " + BYTES.length);
        assertThat(fake.requests(PATH))
                .singleElement()
                .satisfies(r -> assertThat(r.header("Accept-Encoding")).isEqualTo("identity"));
    }

    @Test
    void brokenDownloadGoesOnWhereItStopped() throws IOException {
        fake.answers(
                PATH,
                Reply.of(200, "application/zip", half())
                        .announcing(BYTES.length)
                        .header("ETag", etag()));
        fetch(fake.url(PATH));
        assertThat(fake.requests(PATH)).hasSize(2).last().satisfies(r -> {
            assertThat(r.header("Range")).isEqualTo("bytes=" + BYTES.length / 2 + "-");
            assertThat(r.header("If-Range")).isEqualTo(etag());
        });
        assertThat(sandbox.events).last().isEqualTo("succeeded " + DEMO.filename() + " " + BYTES.length);
    }

    private static String etag() {
        return '"' + DEMO.sha256().substring(0, 16) + '"';
    }

    @Test
    void fileThatChangedMeanwhileStartsAnew() throws IOException {
        fake.answers(
                PATH,
                Reply.of(200, "application/zip", new byte[BYTES.length / 2])
                        .announcing(BYTES.length)
                        .header("ETag", "\"other\""));
        fetch(fake.url(PATH));
        assertThat(fake.requests(PATH))
                .last()
                .satisfies(r -> assertThat(r.header("If-Range")).isEqualTo("\"other\""));
    }

    @Test
    void withoutProofThatItIsTheSameFileItStartsAnew() throws IOException {
        fake.answers(PATH, Reply.of(200, "application/zip", half()).announcing(BYTES.length));
        fetch(fake.url(PATH));
        assertThat(fake.requests(PATH))
                .last()
                .satisfies(r -> assertThat(r.header("Range")).isEmpty());
    }

    @Test
    void partFromAnotherPlaceStartsAnew() throws IOException {
        fake.answers(
                PATH,
                Reply.of(200, "application/zip", half())
                        .announcing(BYTES.length)
                        .header("ETag", etag()),
                Reply.of(206, "application/zip", half())
                        .header("ETag", etag())
                        .header("Content-Range", "bytes 0-" + (BYTES.length / 2 - 1) + "/" + BYTES.length));
        fetch(fake.url(PATH));
        assertThat(fake.requests(PATH)).hasSize(3);
    }

    @Test
    void partThatNobodyAskedForIsNotTaken() throws IOException {
        fake.answers(
                PATH,
                Reply.of(206, "application/zip", half())
                        .header("ETag", etag())
                        .header("Content-Range", "bytes 0-" + (BYTES.length / 2 - 1) + "/" + BYTES.length));
        fetch(fake.url(PATH));
        assertThat(fake.requests(PATH)).hasSize(2);
    }

    @Test
    void refusedRestStartsAnew() throws IOException {
        fake.answers(
                PATH,
                Reply.of(200, "application/zip", half())
                        .announcing(BYTES.length)
                        .header("ETag", etag()),
                Reply.status(416));
        fetch(fake.url(PATH));
        assertThat(fake.requests(PATH)).hasSize(3);
    }

    @Test
    void fileThatEndsEarlyWithoutALengthIsFoundByItsDigest() throws IOException {
        try (RawServer raw = RawServer.start(cut("HTTP/1.1 200 OK\r\n\r\n", half()))) {
            String actual = sha256(half());
            assertThat(failureOf(raw.url("/demo.whl")))
                    .isEqualTo(DEMO.filename() + " from http://host/demo.whl has sha256 " + actual + " in "
                            + BYTES.length / 2 + " bytes, but " + DEMO.sha256() + " was announced."
                            + "\nhint: run again; if it repeats, do not trust this index or the proxy before it"
                            + "\nsee problems.html#digest-differs");
        }
        assertThat(sandbox.events).last().asString().startsWith("failed " + "demo.whl");
    }

    private static String sha256(byte[] bytes) {
        return Sha256.of(bytes);
    }

    @Test
    void connectionThatAlwaysBreaksIsToldAfterFourAttempts() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + BYTES.length + "\r\n\r\n";
        try (RawServer raw = RawServer.start(cut(head, half()))) {
            assertThat(failureOf(raw.url("/demo.whl")))
                    .isEqualTo("Reading http://host/demo.whl failed, 4 times: the connection was cut."
                            + "\nhint: run again; if it repeats, a proxy or firewall may be in the way"
                            + "\nsee problems.html#connection-lost");
            assertThat(raw.requestHeads()).hasSize(4);
        }
    }

    @Test
    void fileThatIsGoneIsTold() {
        assertThat(failureOf(fake.url("/files/gone")))
                .isEqualTo(DEMO.filename() + " is no longer at http://host/demo.whl (404)."
                        + "\nhint: make the lock anew: mvn lambda-layer:lock\nsee problems.html#file-gone");
    }

    @Test
    void wrongSizeWithTheRightDigestIsWarnedOf() throws IOException {
        IndexFile file = at(fake.url(PATH));
        IndexFile wrong = IndexFile.of(file.filename(), file.url(), file.sha256(), 7, "first");
        sandbox.open(fake).store().fetch(wrong).close();
        assertThat(sandbox.events)
                .contains("warn " + DEMO.filename() + " has " + BYTES.length + " bytes, but 7 were announced.");
    }
}
