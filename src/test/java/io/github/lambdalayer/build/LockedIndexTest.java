package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that is locked from one index and is suddenly found on another. */
class LockedIndexTest {

    @TempDir
    private Path basedir;

    private final FakeIndex first = FakeIndex.start();
    private final FakeIndex second = FakeIndex.start();
    private final LayerBuild build =
            new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, new RecordingBuildLog(), "0.1.0"));
    private int caches;

    @BeforeEach
    void lockFromTheSecondIndex() {
        second.with(wheel("acme_core", "1.0"), wheel("six", "1.16.0"));
        build.lock(layer("acme-core", "six"), Upgrade.NOTHING);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void whatIsLockedIsTakenFromWhereItIsLocked() {
        first.with(wheel("acme_core", "9.0"));
        build.assemble(layer("acme-core", "six"));
        assertThat(first.requests()).noneMatch(request -> request.path().startsWith("/files/"));
    }

    @Test
    void nameThatAnotherIndexOffersNowIsNotLocked() throws IOException {
        first.with(wheel("acme_core", "9.0"));
        String before = Files.readString(basedir.resolve("pylock.toml"));
        for (Upgrade upgrade : List.of(Upgrade.NOTHING, Upgrade.ALL)) {
            assertRefused(layer("acme-core", "six"), upgrade);
        }
        assertThat(basedir.resolve("pylock.toml")).content().isEqualTo(before);
    }

    @Test
    void otherIndexesInThePomAreTheUsersWord() throws IOException {
        first.with(wheel("acme_core", "9.0"));
        LayerSpec spec = layer(Map.of(PackageName.of("acme-core"), "first"), "acme-core", "six");
        build.lock(spec, Upgrade.ALL);
        assertThat(basedir.resolve("pylock.toml"))
                .content()
                .contains("name = \"acme-core\"\nversion = \"9.0\"", "index = \"" + first.url() + "\"");
    }

    @Test
    void packageThatIsNewInTheLockMayComeFromAnyIndex() throws IOException {
        first.with(wheel("pytz", "2024.1"));
        build.lock(layer("acme-core", "six", "pytz"), Upgrade.NOTHING);
        assertThat(basedir.resolve("pylock.toml")).content().contains("index = \"" + first.url() + "\"");
    }

    private void assertRefused(LayerSpec spec, Upgrade upgrade) {
        assertThatThrownBy(() -> build.lock(spec, upgrade))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("""
                                The pom names the same indexes as when pylock.toml was written, but not everything would come from where it came from:
                                  acme-core: <second> before, <first> now

                                hint: say where it belongs: <packages> of that <index>
                                see problems.html#lock-other-index""".replace("<second>", second.url().toString())
                                        .replace("<first>", first.url().toString())));
    }

    private LayerSpec layer(String... requirements) {
        return layer(Map.of(), requirements);
    }

    /** Each time with an empty cache, as if the pages had grown old. */
    private LayerSpec layer(Map<PackageName, String> pinned, String... requirements) {
        return TestSpecs.in(basedir)
                .requiring(requirements)
                .from(IndexSettings.of(basedir.resolve("cache" + caches++))
                        .withPinned(pinned)
                        .withIndexes(List.of(
                                IndexLocation.of("first", first.url().toString()),
                                IndexLocation.of("second", second.url().toString()))))
                .spec();
    }
}
