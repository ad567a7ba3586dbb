package io.github.lambdalayer.python.index.chain;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static io.github.lambdalayer.python.index.chain.IndexSandbox.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.Reply;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several places decides. */
class IndexChainTest {

    private static final Instant LIMIT = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final FakeIndex one = FakeIndex.start();
    private final FakeIndex two = FakeIndex.start();
    private IndexSandbox sandbox;

    @BeforeEach
    void makeSandbox() {
        sandbox = new IndexSandbox(folder);
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    private IndexSettings both() {
        return sandbox.settings(one, two);
    }

    private ProjectPage page(IndexSettings settings, String project) {
        return sandbox.open(settings).index().page(name(project)).orElseThrow();
    }

    private static List<String> versions(ProjectPage page) {
        return page.wheels().stream()
                .map(w -> w.filename().version().toString())
                .toList();
    }

    @Test
    void firstIndexThatKnowsTheNameDecides() {
        one.with(WheelBuilder.wheel("acme-core", "1.0"));
        two.with(WheelBuilder.wheel("acme-core", "2.1")).with(WheelBuilder.wheel("six", "1.16.0"));
        ProjectPage acme = page(both(), "acme-core");
        assertThat(versions(acme)).containsExactly("1.0");
        assertThat(acme.index()).isEqualTo("first");
        assertThat(acme.notAsked()).containsExactly(two.url().toString());
        assertThat(two.requests()).isEmpty();
        ProjectPage six = page(both(), "six");
        assertThat(six.index()).isEqualTo("second");
        assertThat(six.notAsked()).isEmpty();
    }

    @Test
    void indexThatKnowsTheNameWithoutWheelsDecidesToo() {
        one.withProject("six");
        two.with(WheelBuilder.wheel("six", "1.16.0"));
        assertThat(page(both(), "six").wheels()).isEmpty();
    }

    @Test
    void refusalStopsTheSearch() {
        one.alwaysAnswers("/simple/six/", Reply.status(401));
        two.with(WheelBuilder.wheel("six", "1.16.0"));
        assertThat(failure(() -> page(both(), "six")).code()).isEqualTo(IndexProblem.ACCESS_REFUSED);
        assertThat(two.requests()).isEmpty();
    }

    @Test
    void explicitIndexIsAskedForWhatIsPinnedToItOnly() {
        one.with(WheelBuilder.wheel("torch", "1+cpu")).with(WheelBuilder.wheel("six", "9"));
        two.with(WheelBuilder.wheel("torch", "2")).with(WheelBuilder.wheel("six", "1.16.0"));
        IndexSettings settings = both();
        List<IndexLocation> indexes = List.of(
                settings.indexes().get(0).asExplicit(), settings.indexes().get(1));
        IndexSettings explicit = settings.withIndexes(indexes).withPinned(Map.of(name("torch"), "first"));
        assertThat(versions(page(explicit, "six"))).containsExactly("1.16.0");
        assertThat(versions(page(explicit, "torch"))).containsExactly("1+cpu");
        assertThat(sandbox.open(explicit).index().shownPlaces(name("torch")))
                .isEqualTo(one.url().toString());
        String closed = " (" + one.url() + " is explicit, with <packages> that do not name six)";
        assertThat(sandbox.open(explicit).index().shownPlaces(name("six"))).isEqualTo(two.url() + closed);
        assertThat(sandbox.open(explicit.withIndexes(indexes.subList(0, 1)))
                        .index()
                        .shownPlaces(name("six")))
                .isEqualTo("any index that may be asked for it" + closed);
    }

    @Test
    void pinToAnUnknownIndexIsToldWithBoth() {
        assertThat(failure(() -> page(both().withPinned(Map.of(name("torch"), "pytorch")), "torch"))
                        .block())
                .isEqualTo("torch is pinned to index \"pytorch\", which is not among <indexes>."
                        + "\nhint: add it to <indexes>\nsee problems.html#unknown-index");
    }

    @Test
    void folderIsAskedFirst() throws IOException {
        Path wheels = folder.resolve("my wheels");
        WheelBuilder local = WheelBuilder.wheel("six", "1.15.0").requires("attrs");
        local.in(wheels);
        Files.writeString(wheels.resolve("six-9.tar.gz"), "");
        Files.writeString(wheels.resolve("six.whl"), "");
        one.with(WheelBuilder.wheel("six", "1.16.0")).with(WheelBuilder.wheel("attrs", "1"));
        IndexSettings settings = sandbox.settings(one).withFindLinks(List.of(wheels));
        Indexes indexes = sandbox.open(settings);
        ProjectPage page = indexes.index().page(name("six")).orElseThrow();
        assertThat(versions(page)).containsExactly("1.15.0");
        assertThat(page.index()).isEqualTo("findLinks");
        assertThat(page.notAsked()).containsExactly(one.url().toString());
        IndexFile file = page.wheels().get(0);
        assertThat(file.sha256()).isEqualTo(local.sha256());
        assertThat(file.bytes()).isEqualTo(local.bytes().length);
        assertThat(indexes.index().metadata(file).requiresDist()).hasToString("[attrs]");
        assertThat(one.requests()).isEmpty();
        try (WheelFile wheel = indexes.store().fetch(file)) {
            assertThat(wheel.metadata().version()).hasToString("1.15.0");
        }
        assertThat(indexes.index().page(name("attrs")).orElseThrow().index()).isEqualTo("first");
        assertThat(indexes.index().shownPlaces(name("six"))).isEqualTo(wheels + ", " + one.url());
    }

    @Test
    void folderIsReadOffline() {
        Path wheels = folder.resolve("wheels");
        WheelBuilder.wheel("six", "1.15.0").in(wheels);
        IndexSettings settings =
                IndexSettings.of(sandbox.cache).withFindLinks(List.of(wheels)).withOffline(true);
        Indexes indexes = sandbox.open(settings);
        IndexFile file = IndexSandbox.firstWheel(indexes, "six");
        assertThat(indexes.index().metadata(file).version()).hasToString("1.15.0");
        assertThat(indexes.store().fetchAll(List.of(file))).hasSize(1);
    }

    @Test
    void fileThatChangesInItsFolderIsDigestedAgain() throws IOException {
        Path wheels = folder.resolve("wheels");
        WheelBuilder first = WheelBuilder.wheel("six", "1.15.0");
        WheelBuilder second = WheelBuilder.wheel("six", "1.15.0").file("six.py", "x = 1\n");
        IndexSettings settings = IndexSettings.of(sandbox.cache).withFindLinks(List.of(wheels));
        for (WheelBuilder wheel : List.of(first, first, second)) {
            wheel.in(wheels);
            assertThat(IndexSandbox.firstWheel(sandbox.open(settings), "six").sha256())
                    .isEqualTo(wheel.sha256());
        }
    }

    @Test
    void otherFileOfTheSameSizeAndTimeIsDigestedAgain() throws IOException {
        Path wheels = folder.resolve("wheels");
        IndexSettings settings = IndexSettings.of(sandbox.cache).withFindLinks(List.of(wheels));
        Path wheel = WheelBuilder.wheel("six", "1.15.0").in(wheels);
        byte[] bytes = Files.readAllBytes(wheel);
        for (int i = 0; i < 2; i++) {
            bytes[bytes.length / 2] ^= 1;
            Files.setLastModifiedTime(Files.write(wheel, bytes), FileTime.fromMillis(1_577_836_800_000L));
            assertThat(IndexSandbox.firstWheel(sandbox.open(settings), "six").sha256())
                    .isEqualTo(Sha256.of(bytes));
        }
    }

    @Test
    void folderThatIsMissingIsTold() {
        IndexSettings settings = IndexSettings.of(sandbox.cache).withFindLinks(List.of(folder.resolve("none")));
        assertThat(failure(() -> page(settings, "six")).block())
                .isEqualTo("Cannot read " + folder.resolve("none") + ", which <findLinks> names."
                        + "\nhint: correct the path; it is relative to the pom\nsee problems.html#bad-folder");
    }

    @Test
    void newerFilesDoNotExist() {
        one.with(FakeFile.of(WheelBuilder.wheel("six", "1")).uploadTime("2024-12-31T23:59:59.999999Z"))
                .with(FakeFile.of(WheelBuilder.wheel("six", "2")).uploadTime("2025-01-01T00:00:00Z"))
                .with(FakeFile.of(WheelBuilder.wheel("six", "3")).uploadTime("2025-01-01T00:30:00+01:00"));
        ProjectPage page = page(sandbox.settings(one).withUploadedPriorTo(LIMIT), "six");
        assertThat(versions(page)).containsExactly("1", "3");
        assertThat(page.tooNew()).isOne();
    }

    @Test
    void missingUploadTimeIsAnErrorWhenItMatters() {
        one.with(FakeFile.of(WheelBuilder.wheel("six", "1")));
        assertThat(versions(page(sandbox.settings(one), "six"))).containsExactly("1");
        assertThat(failure(() -> page(sandbox.settings(one).withUploadedPriorTo(LIMIT), "six"))
                        .block())
                .isEqualTo(one.url() + "six/ gives no upload time for six-1-py3-none-any.whl, so <uploadedPriorTo>"
                        + " cannot be kept.\nhint: remove <uploadedPriorTo>, or ask an index that gives upload times,"
                        + " as pypi.org does\nsee problems.html#no-upload-time");
    }
}
