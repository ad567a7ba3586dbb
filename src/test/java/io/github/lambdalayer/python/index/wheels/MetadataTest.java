package io.github.lambdalayer.python.index.wheels;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static io.github.lambdalayer.python.index.chain.IndexSandbox.firstWheel;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.Reply;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a wheel's metadata, cheapest first. */
class MetadataTest {

    private static final WheelBuilder SMALL = WheelBuilder.wheel("small", "1.0").requires("six>=1.16");
    private static final WheelBuilder LARGE = large("large");
    private static final String PATH = "/files/" + LARGE.filename();

    @TempDir
    Path folder;

    @AutoClose
    private final FakeIndex fake = FakeIndex.start();

    private IndexSandbox sandbox;

    @BeforeEach
    void makeSandbox() {
        sandbox = new IndexSandbox(folder);
    }

    /** A wheel of 1.2 MB. */
    private static WheelBuilder large(String name) {
        byte[] bytes = new byte[1_200_000];
        new Random(1).nextBytes(bytes);
        return WheelBuilder.wheel(name, "1.0").requires("six>=1.16").file("x/noise", bytes);
    }

    private CoreMetadata metadata(String project) {
        Indexes indexes = sandbox.open(fake);
        return indexes.index().metadata(firstWheel(indexes, project));
    }

    private List<String> filesAsked() {
        return fake.requests().stream()
                .filter(r -> r.path().startsWith("/files/"))
                .map(r -> r.path().substring("/files/".length()) + " " + r.header("Range"))
                .toList();
    }

    @Test
    void fileBesideTheWheelIsTakenWhenAnnounced() { // PEP 658
        fake.with(FakeFile.of(SMALL).withMetadataFile());
        assertThat(metadata("small").requiresDist()).hasToString("[six>=1.16]");
        assertThat(filesAsked()).containsExactly(SMALL.filename() + ".metadata ");
    }

    @Test
    void metadataIsFetchedOnce() {
        fake.with(FakeFile.of(SMALL).withMetadataFile());
        metadata("small");
        assertThat(metadata("small").version()).hasToString("1.0");
        assertThat(filesAsked()).hasSize(1);
    }

    @Test
    void damagedMetadataInTheCacheIsFetchedAgain() throws IOException {
        fake.with(FakeFile.of(SMALL).withMetadataFile());
        metadata("small");
        Path kept = new CacheLayout(sandbox.cache).metadata(firstWheel(sandbox.open(fake), "small"));
        for (String content :
                List.of("", "x", Files.readString(kept, ISO_8859_1).replace("six", "evil"))) {
            Files.writeString(kept, content, ISO_8859_1);
            assertThat(metadata("small").requiresDist()).hasToString("[six>=1.16]");
        }
        assertThat(filesAsked()).hasSize(4);
    }

    /** A project that trusts a bad index does no harm to others, whose indexes are better, through the cache. */
    @Test
    void whatOneServerSaysIsNotBelievedOfAnother() {
        byte[] lie = WheelBuilder.wheel("small", "1.0").requires("evil").metadata();
        fake.with(FakeFile.of(SMALL).withMetadataFile());
        try (FakeIndex liar = FakeIndex.start().with(FakeFile.of(SMALL).withMetadataFile(lie))) {
            Indexes bad = sandbox.open(liar);
            assertThat(bad.index().metadata(firstWheel(bad, "small")).requiresDist())
                    .hasToString("[evil]");
            assertThat(metadata("small").requiresDist()).hasToString("[six>=1.16]");
            assertThat(failure(() -> bad.store().fetch(firstWheel(bad, "small")))
                            .sentence())
                    .isEqualTo("The metadata that index first gives for " + SMALL.filename()
                            + " differs from that in the wheel.");
        }
    }

    @Test
    void fileBesideTheWheelMustHaveItsDigest() {
        fake.with(FakeFile.of(SMALL).withMetadataFile().metadataSha256("ab".repeat(32)));
        assertThat(failure(() -> metadata("small")).block())
                .isEqualTo("The metadata of " + SMALL.filename() + " from " + fake.url("/files/" + SMALL.filename())
                        + ".metadata has sha256 " + Sha256.of(SMALL.metadata()) + ", but " + "ab".repeat(32)
                        + " was announced."
                        + "\nhint: run again; if it repeats, do not trust this index or the proxy before it"
                        + "\nsee problems.html#digest-differs");
    }

    @Test
    void fileBesideTheWheelMustBeOfThatWheel() {
        fake.with(FakeFile.of(SMALL).withMetadataFile(LARGE.metadata()));
        assertThat(failure(() -> metadata("small")).block())
                .isEqualTo("The metadata that index first gives for " + SMALL.filename()
                        + " differs from its file name.\nhint: do not trust this index, or tell those who run it"
                        + "\nsee problems.html#metadata-differs");
    }

    @Test
    void fileThatIsAnnouncedAndAbsentIsDoneWithout() {
        fake.with(FakeFile.of(SMALL).withMetadataFile());
        fake.alwaysAnswers("/files/" + SMALL.filename() + ".metadata", Reply.status(404));
        assertThat(metadata("small").requiresDist()).hasToString("[six>=1.16]");
        assertThat(filesAsked())
                .containsExactly(
                        SMALL.filename() + ".metadata ", SMALL.filename() + " bytes=0-" + (SMALL.bytes().length - 1));
    }

    @Test
    void smallWheelIsReadInOneRequest() {
        fake.with(SMALL);
        assertThat(metadata("small").requiresDist()).hasToString("[six>=1.16]");
        assertThat(filesAsked()).containsExactly(SMALL.filename() + " bytes=0-" + (SMALL.bytes().length - 1));
    }

    @Test
    void onlyTheEndOfALargeWheelIsRead() {
        fake.with(LARGE);
        assertThat(metadata("large").requiresDist()).hasToString("[six>=1.16]");
        long size = LARGE.bytes().length;
        assertThat(filesAsked()).containsExactly(LARGE.filename() + " bytes=" + (size - (48 << 10)) + "-" + (size - 1));
        assertThat(metadata("large").version()).hasToString("1.0");
        assertThat(filesAsked()).hasSize(1);
    }

    @Test
    void lengthIsAskedForWhenTheIndexDoesNotTell() {
        fake.with(FakeFile.of(LARGE).size(-1));
        metadata("large");
        assertThat(filesAsked()).hasSize(2).first().isEqualTo(LARGE.filename() + " bytes=0-0");
    }

    @Test
    void longDirectoryIsReadInOneMoreRequest() {
        WheelBuilder many = large("large");
        for (int i = 0; i < 1000; i++) {
            many.file("x/a-file-with-a-rather-long-name-" + i, "");
        }
        fake.with(many);
        assertThat(metadata("large").requiresDist()).hasToString("[six>=1.16]");
        assertThat(filesAsked()).hasSize(2);
    }

    @Test
    void hostWithoutRangesIsNotAskedForThemAgain() {
        fake.withoutRanges().with(LARGE).with(large("other"));
        Indexes indexes = sandbox.open(fake);
        assertThat(indexes.index().metadata(firstWheel(indexes, "large")).requiresDist())
                .hasToString("[six>=1.16]");
        indexes.index().metadata(firstWheel(indexes, "other"));
        assertThat(filesAsked()).hasSize(3).last().isEqualTo("other-1.0-py3-none-any.whl ");
    }

    @Test
    void refusedRangesLeadToTheWholeWheel() {
        for (int status : new int[] {416, 501, 405}) {
            IndexSandbox fresh = new IndexSandbox(folder.resolve("" + status));
            fake.with("p" + status, FakeFile.of(large("p" + status)));
            fake.answers("/files/p" + status + "-1.0-py3-none-any.whl", Reply.status(status));
            Indexes indexes = fresh.open(fake);
            assertThat(indexes.index()
                            .metadata(firstWheel(indexes, "p" + status))
                            .requiresDist())
                    .hasToString("[six>=1.16]");
        }
    }

    @Test
    void wrongPartLeadsToTheWholeWheel() {
        fake.with(LARGE);
        fake.answers(PATH, Reply.of(206, "application/zip", new byte[9]).header("Content-Range", "bytes 0-8/1200000"));
        assertThat(metadata("large").requiresDist()).hasToString("[six>=1.16]");
    }

    @Test
    void wrongLengthFromTheIndexLeadsToTheWholeWheel() {
        fake.with(FakeFile.of(LARGE).size(5_000_000));
        assertThat(metadata("large").requiresDist()).hasToString("[six>=1.16]");
    }

    @Test
    void offlineMissingMetadataIsTold() {
        fake.with(LARGE);
        sandbox.open(fake).index().page(IndexSandbox.name("large"));
        Indexes offline = sandbox.open(sandbox.settings(fake).withOffline(true));
        assertThat(failure(() -> offline.index().metadata(firstWheel(offline, "large")))
                        .block())
                .isEqualTo("Offline, and the metadata of " + LARGE.filename() + " is not in the cache."
                        + "\nhint: run once without -o\nsee problems.html#not-in-cache");
    }

    @Test
    void prefetchedMetadataIsNotAskedForTwice() {
        fake.with(FakeFile.of(SMALL).withMetadataFile());
        Indexes indexes = sandbox.open(fake);
        indexes.index().prefetch(List.of(IndexSandbox.name("small"), IndexSandbox.name("unknown")));
        IndexFile file = firstWheel(indexes, "small");
        indexes.index().prefetchMetadata(List.of(file), metadata -> {});
        assertThat(indexes.index().metadata(file).version()).hasToString("1.0");
        assertThat(indexes.index().page(IndexSandbox.name("unknown"))).isEmpty();
        assertThat(fake.requests()).hasSize(3);
    }
}
