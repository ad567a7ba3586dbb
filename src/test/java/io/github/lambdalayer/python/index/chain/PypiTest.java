package io.github.lambdalayer.python.index.chain;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public index as it really is. */
@Tag("live")
class PypiTest {

    @TempDir
    Path cache;

    private IndexSettings settings() {
        return IndexSettings.of(cache).withIndexes(List.of(IndexLocation.of("pypi", "https://pypi.org/simple/")));
    }

    private static Indexes open(IndexSettings settings) {
        return Indexes.open(settings, IndexCredentials.NONE, Transfers.SILENT, new Connections());
    }

    private static IndexFile wheel(Indexes indexes, String project, String filename) {
        return indexes.index().page(name(project)).orElseThrow().wheels().stream()
                .filter(w -> w.filename().text().equals(filename))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void smallWheelIsFetchedAndThenThereOffline() throws IOException {
        IndexFile six = wheel(open(settings()), "six", "six-1.16.0-py2.py3-none-any.whl");
        assertThat(six.sha256()).isEqualTo("8abb2f1d86890a2dfb989f9a77cfcfd3e47c2a354b01111771326f8aa26e0254");
        assertThat(six.uploadTime().orElseThrow()).isAfter("2021-05-05T00:00:00Z");
        open(settings()).store().fetch(six).close();
        Indexes offline = open(settings().withOffline(true));
        try (WheelFile wheel = offline.store().fetch(wheel(offline, "six", six.toString()))) {
            assertThat(wheel.metadata().version()).hasToString("1.16.0");
        }
    }

    @Test
    void metadataOfALargeWheelIsThatOfTheWheel() throws IOException {
        Indexes indexes = open(settings());
        String filename = "pandas-2.2.3-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
        IndexFile pandas = wheel(indexes, "pandas", filename);
        CoreMetadata metadata = indexes.index().metadata(pandas);
        assertThat(indexes.store().missing(List.of(pandas))).hasSize(1);
        try (WheelFile wheel = indexes.store().fetch(pandas)) {
            assertThat(wheel.metadata()).isEqualTo(metadata);
        }
    }

    /** A thread that reads on would hold up a JVM that exits, and miss classes once Maven has taken the plugin's away. */
    @Test
    void noThreadReadsConnectionsThatWereClosed() {
        long before = readers();
        Connections connections = new Connections();
        Indexes indexes = Indexes.open(settings(), IndexCredentials.NONE, Transfers.SILENT, connections);
        assertThat(indexes.index().page(name("six"))).isPresent();
        assertThat(readers()).isGreaterThan(before);
        connections.close();
        assertThat(readers()).isEqualTo(before);
    }

    private static long readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("OkHttp pypi.org"))
                .count();
    }

    @Test
    void newerFilesDoNotExist() {
        IndexSettings old = settings().withUploadedPriorTo(Instant.parse("2021-01-01T00:00:00Z"));
        ProjectPage page = open(old).index().page(name("numpy")).orElseThrow();
        assertThat(page.wheels()).hasSizeGreaterThan(500);
        assertThat(page.tooNew()).isGreaterThan(1000);
    }

    @Test
    void unknownProjectHasNoPage() {
        assertThat(open(settings()).index().page(name("no-such-project-0123456789")))
                .isEmpty();
    }
}
