package io.github.lambdalayer.python.index.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.python.index.http.HttpAnswer;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.RawServer;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For how long a page is kept, and how it is asked for again. */
class FreshnessTest {

    private static final String PAGE = "/simple/six/";

    @TempDir
    Path folder;

    @AutoClose
    private final FakeIndex fake = FakeIndex.start().with(WheelBuilder.wheel("six", "1.16.0"));

    private IndexSandbox sandbox;

    @BeforeEach
    void makeSandbox() {
        sandbox = new IndexSandbox(folder);
    }

    private int wheels() {
        return sandbox.open(fake)
                .index()
                .page(IndexSandbox.name("six"))
                .orElseThrow()
                .wheels()
                .size();
    }

    @Test
    void headersDecide() {
        Map<String, Duration> table = new HashMap<>();
        table.put("", Duration.ofMinutes(10));
        table.put("ETag: \"x\"", Duration.ZERO);
        table.put("Last-Modified: yesterday", Duration.ZERO);
        table.put("Cache-Control: max-age=30, public", Duration.ofSeconds(30));
        table.put("Cache-Control: Max-Age=\"30\"", Duration.ofSeconds(30));
        table.put("Cache-Control: max-age=30;Age: 10", Duration.ofSeconds(20));
        table.put("Cache-Control: max-age=30;Age: 40", Duration.ZERO);
        table.put("Cache-Control: max-age=99999999", Duration.ofHours(1));
        table.put("Cache-Control: max-age=soon", Duration.ZERO);
        table.put("Cache-Control: max-age=30, no-cache", Duration.ZERO);
        table.put("Cache-Control: no-store", Duration.ZERO);
        table.put("Cache-Control: private", Duration.ZERO);
        table.forEach((headers, fresh) ->
                assertThat(Freshness.of(answer(headers))).as(headers).isEqualTo(fresh));
    }

    private static HttpAnswer answer(String headers) {
        Map<String, String> all = new HashMap<>();
        for (String header : headers.isEmpty() ? new String[0] : headers.split(";", -1)) {
            String[] parts = header.split(": ", 2);
            all.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new HttpAnswer(URI.create("http://h/"), 200, all, InputStream.nullInputStream());
    }

    @Test
    void freshPageIsNotAskedForAgain() {
        wheels();
        sandbox.now = IndexSandbox.START.plusSeconds(599);
        assertThat(wheels()).isOne();
        assertThat(fake.requests(PAGE)).hasSize(1);
        sandbox.now = IndexSandbox.START.plusSeconds(600);
        fake.with(WheelBuilder.wheel("six", "2"));
        assertThat(wheels()).isEqualTo(2);
    }

    @Test
    void clockThatWasSetBackMakesNothingFresh() {
        wheels();
        sandbox.now = IndexSandbox.START.minusSeconds(86_400);
        wheels();
        assertThat(fake.requests(PAGE)).hasSize(2);
    }

    @Test
    void unchangedPageIsConfirmedByItsEtag() {
        fake.withEtags().cacheControl("max-age=60");
        wheels();
        sandbox.now = IndexSandbox.START.plusSeconds(61);
        assertThat(wheels()).isOne();
        assertThat(fake.requests(PAGE))
                .hasSize(2)
                .last()
                .satisfies(r -> assertThat(r.header("If-None-Match")).isNotEmpty());
        sandbox.now = IndexSandbox.START.plusSeconds(100);
        wheels();
        assertThat(fake.requests(PAGE)).hasSize(2);
        fake.with(FakeFile.of(WheelBuilder.wheel("six", "2")));
        sandbox.now = IndexSandbox.START.plusSeconds(200);
        assertThat(wheels()).isEqualTo(2);
    }

    @Test
    void damagedPageIsDropped() throws IOException {
        wheels();
        Path pages = new CacheLayout(sandbox.cache).pages(fake.url());
        Path page = CacheLayout.page(pages, IndexSandbox.name("six"));
        byte[] good = Files.readAllBytes(page);
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        byte[] cut = Arrays.copyOf(good, good.length - 1);
        int asked = 1;
        for (byte[] bad : List.of(new byte[0], new byte[] {1}, flipped, cut)) {
            Files.write(page, bad);
            assertThat(wheels()).isOne();
            assertThat(fake.requests(PAGE)).hasSize(++asked);
        }
    }

    @Test
    void whatAnotherVersionWroteIsAsIfItWereNotThere() throws IOException {
        wheels();
        Path page = CacheLayout.page(new CacheLayout(sandbox.cache).pages(fake.url()), IndexSandbox.name("six"));
        byte[] good = Files.readAllBytes(page);
        byte[] body = Arrays.copyOfRange(good, 12, good.length);
        List<byte[]> all = new ArrayList<>(List.of(pageOfVersion1(), filled(500, 0xFF), filled(500, 0x7F)));
        for (int length = 1; length < body.length; length += 7) {
            all.add(Arrays.copyOf(body, length));
        }
        int asked = 1;
        for (byte[] bad : all) {
            Files.write(page, sealed(good, bad));
            assertThat(wheels()).isOne();
            assertThat(fake.requests(PAGE)).hasSize(++asked);
        }
    }

    @Test
    void bytesOfAllKindsAreAPageOrNone() {
        Random random = new Random(7);
        byte[] head = ByteBuffer.allocate(4).putInt(0x4C4C5033).array();
        for (int i = 0; i < 2_000; i++) {
            byte[] body = new byte[1 + random.nextInt(200)];
            random.nextBytes(body);
            for (int j = 0; j < body.length; j++) {
                body[j] = random.nextInt(3) > 0 ? 0 : body[j];
            }
            assertThat(PageFile.decode(sealed(head, body)))
                    .as("number %s", i)
                    .satisfiesAnyOf(
                            page -> assertThat(page).isEmpty(),
                            page -> assertThat(page).isPresent());
        }
    }

    /** A body with the magic number of a good page and the right checksum. */
    private static byte[] sealed(byte[] good, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .put(good, 0, 4)
                .putLong(crc.getValue())
                .put(body)
                .array();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** As the first version wrote it: lengths of two bytes before texts of modified UTF-8. */
    private static byte[] pageOfVersion1() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("http://127.0.0.1/simple/six/");
            out.writeUTF("");
            out.writeUTF("");
            out.writeLong(IndexSandbox.START.toEpochMilli());
            out.writeLong(600);
            out.writeBoolean(true);
            out.writeUTF("1.0");
            out.writeInt(0);
        }
        return bytes.toByteArray();
    }

    @Test
    void keptPageIsThePageThatWasFetched() {
        fake.with(FakeFile.of(WheelBuilder.wheel("full", "1"))
                        .requiresPython(">=3.7")
                        .yanked("x".repeat(30_000))
                        .uploadTime("2024-05-05T14:18:17.237201Z")
                        .withMetadataFile())
                .with("full", FakeFile.of("full-1.tar.gz", new byte[1]))
                .with(
                        "full",
                        FakeFile.of(WheelBuilder.wheel("full", "2+cpu"))
                                .withoutHash()
                                .size(-1))
                .status("full", "deprecated", "use six");
        ProjectPage fetched = full();
        ProjectPage kept = full();
        assertThat(fake.requests()).hasSize(1);
        assertThat(kept).isEqualTo(fetched);
        assertThat(kept.toString()).isEqualTo(fetched.toString());
    }

    private ProjectPage full() {
        return sandbox.open(fake).index().page(IndexSandbox.name("full")).orElseThrow();
    }

    @Test
    void absenceIsKnownOffline() {
        sandbox.open(fake).index().page(IndexSandbox.name("nothing"));
        PackageIndex offline =
                sandbox.open(sandbox.settings(fake).withOffline(true)).index();
        assertThat(offline.page(IndexSandbox.name("nothing"))).isEmpty();
        sandbox.open(fake).index().page(IndexSandbox.name("nothing"));
        assertThat(fake.requests()).hasSize(2);
    }

    /** A header that no request may hold would end each build that has the page in its cache. */
    @Test
    void etagThatCannotBeSentBackIsNone() throws IOException {
        String page = "{\"meta\":{\"api-version\":\"1.0\"},\"files\":[]}";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + page.length();
        for (String header : List.of("ETag: \"\u00e9\"", "ETag: \"\u0001\"", "Last-Modified: \u007f")) {
            IndexSandbox fresh = new IndexSandbox(folder.resolve(header.replaceAll("[^\\w]", "")));
            try (RawServer server = RawServer.start(RawServer.cut(head + "\r\n" + header + "\r\n\r\n" + page))) {
                for (int minutes = 0; minutes < 3; minutes++) {
                    fresh.now = IndexSandbox.START.plusSeconds(3600L * minutes);
                    assertThat(fresh.open(fresh.settings(server.url("/simple/")))
                                    .index()
                                    .page(IndexSandbox.name("six")))
                            .isPresent();
                }
                assertThat(server.requestHeads()).hasSize(3).noneMatch(request -> request.contains("If-"));
            }
        }
    }
}
