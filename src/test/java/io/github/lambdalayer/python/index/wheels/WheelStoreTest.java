package io.github.lambdalayer.python.index.wheels;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static io.github.lambdalayer.python.index.chain.IndexSandbox.firstWheel;
import static io.github.lambdalayer.python.index.chain.IndexSandbox.name;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.files.FileStamp;
import io.github.lambdalayer.problem.Bytes;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.cache.DigestLock;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.python.wheel.WheelWatch;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.Reply;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WheelStoreTest {

    private static final WheelBuilder SIX = WheelBuilder.wheel("six", "1.16.0");
    private static final String PATH = "/files/" + SIX.filename();

    @TempDir
    Path folder;

    @AutoClose
    private final FakeIndex fake = FakeIndex.start().with(SIX);

    private IndexSandbox sandbox;

    @BeforeEach
    void makeSandbox() {
        sandbox = new IndexSandbox(folder);
    }

    private IndexFile six() {
        return firstWheel(sandbox.open(fake), "six");
    }

    private void fetch(IndexFile file) throws IOException {
        sandbox.open(fake).store().fetch(file).close();
    }

    private Path cached(IndexFile file) {
        return new CacheLayout(sandbox.cache).wheel(file);
    }

    private WheelStore offline() {
        return sandbox.open(sandbox.settings(fake).withOffline(true)).store();
    }

    @Test
    void wheelIsFetchedOnce() throws IOException {
        IndexFile file = six();
        fetch(file);
        fetch(file);
        assertThat(fake.requests(PATH)).hasSize(1);
        assertThat(cached(file)).hasBinaryContent(SIX.bytes());
    }

    @Test
    void wheelsComeInTheOrderInWhichTheyAreAskedFor() throws IOException {
        List<IndexFile> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            fake.with(WheelBuilder.wheel("p" + i, "1"));
        }
        Indexes indexes = sandbox.open(fake);
        for (int i = 19; i >= 0; i--) {
            files.add(firstWheel(indexes, "p" + i));
        }
        files.add(files.get(0));
        List<WheelFile> wheels = indexes.store().fetchAll(files);
        assertThat(wheels)
                .extracting(w -> w.filename().text())
                .isEqualTo(files.stream().map(IndexFile::toString).toList());
        for (WheelFile wheel : wheels) {
            wheel.close();
        }
        assertThat(fake.requests())
                .filteredOn(r -> r.path().startsWith("/files/"))
                .hasSize(20);
    }

    @Test
    void filesAreWatchedWhileTheirWheelIsFetched() throws IOException {
        List<String> seen = new ArrayList<>();
        WheelWatch watch = (file, digest) -> {
            seen.add(file.name());
            return OutputStream.nullOutputStream();
        };
        Indexes indexes = sandbox.open(fake);
        IndexFile six = firstWheel(indexes, "six");
        for (int i = 0; i < 2; i++) {
            indexes.store().fetchAll(List.of(six), watch).get(0).close();
            assertThat(seen).containsOnlyOnce("six/__init__.py");
        }
    }

    @Test
    void damagedWheelIsFetchedAgain() throws IOException {
        List<Damage> damages = List.of(
                WheelStoreTest::damage,
                file -> Files.write(file, new byte[0]),
                file -> Files.write(file, Arrays.copyOf(SIX.bytes(), SIX.bytes().length / 2)),
                file -> Files.write(file, "x".getBytes(UTF_8), StandardOpenOption.APPEND),
                file -> Files.write(file, WheelBuilder.wheel("evil", "1").bytes()),
                file -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                },
                file -> {
                    Files.delete(file);
                    Files.createSymbolicLink(file, Path.of("nowhere"));
                });
        IndexFile file = six();
        for (Damage damage : damages) {
            fetch(file);
            damage.to(cached(file));
            assertThat(failure(() -> offline().fetch(file)).block())
                    .isEqualTo("Offline, and 1 wheel is not in the cache:\n  " + SIX.filename() + " from "
                            + fake.url(PATH) + " (the one in the cache is damaged)"
                            + "\n\nhint: run once without -o\nsee problems.html#not-in-cache");
            fetch(file);
            assertThat(cached(file)).hasBinaryContent(SIX.bytes());
        }
    }

    @Test
    void whatOtherVersionsOfThePluginKeepIsLeftAlone() throws IOException {
        Path newer =
                Files.createDirectories(sandbox.cache.resolve("v9/wheels/ab")).resolve("six.part");
        Path older = Files.createDirectories(sandbox.cache.resolve("v1/pages")).resolve("p-six.page");
        Files.writeString(newer, "of a newer plugin");
        Files.writeString(older, "of an older plugin");
        fetch(six());
        assertThat(newer).hasContent("of a newer plugin");
        assertThat(older).hasContent("of an older plugin");
        assertThat(cached(six())).startsWith(sandbox.cache.resolve("v3"));
    }

    @Test
    void whatTheFileSystemCallsUnchangedIsNotDigestedAgain() throws IOException {
        IndexFile file = six();
        fetch(file);
        assumeTrue(FileStamp.of(cached(file)).isPresent());
        damage(cached(file));
        Files.writeString(stamp(file), note(file));
        assertThat(offline().missing(List.of(file))).isEmpty();
    }

    @Test
    void damageAfterItsStampWasNotedIsFound() throws IOException {
        IndexFile file = six();
        fetch(file);
        assumeTrue(FileStamp.of(cached(file)).isPresent());
        sandbox.now = Instant.now().plus(Duration.ofHours(1));
        fetch(file);
        assertThat(stamp(file)).hasContent(note(file));
        FileTime modified = Files.getLastModifiedTime(cached(file));
        damage(cached(file));
        Files.setLastModifiedTime(cached(file), modified);
        assertThat(offline().missing(List.of(file))).containsExactly(file);
        fetch(file);
        assertThat(cached(file)).hasBinaryContent(SIX.bytes());
    }

    private String note(IndexFile file) throws IOException {
        return file.sha256() + ", " + FileStamp.of(cached(file)).orElseThrow();
    }

    /** A change within the same tick of the clock would have the same stamp. */
    @Test
    void whatHasJustBeenWrittenIsNotNoted() throws IOException {
        IndexFile file = six();
        sandbox.now = Instant.now();
        fetch(file);
        fetch(file);
        assertThat(stamp(file)).doesNotExist();
    }

    private Path stamp(IndexFile file) {
        return new CacheLayout(sandbox.cache).stamp(file);
    }

    private static void damage(Path file) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(40);
            access.write(1);
        }
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    @Test
    void offlineEveryMissingWheelIsNamedAtOnce() throws IOException {
        fake.with(WheelBuilder.wheel("a", "1")).with(WheelBuilder.wheel("b", "2"));
        Indexes online = sandbox.open(fake);
        List<IndexFile> files = List.of(firstWheel(online, "a"), firstWheel(online, "six"), firstWheel(online, "b"));
        fetch(files.get(1));
        int asked = fake.requests().size();
        assertThat(failure(() -> offline().fetchAll(files)).sentence())
                .isEqualTo("Offline, and 2 wheels are not in the cache:"
                        + "\n  a-1-py3-none-any.whl from " + fake.url("/files/a-1-py3-none-any.whl")
                        + "\n  b-2-py3-none-any.whl from " + fake.url("/files/b-2-py3-none-any.whl"));
        assertThat(fake.requests()).hasSize(asked);
    }

    @Test
    void offlineNothingButTheCacheIsNeeded() throws IOException {
        IndexFile file = six();
        fetch(file);
        fake.close();
        sandbox.wire = ask -> {
            throw new AssertionError("a socket was opened");
        };
        Indexes indexes = sandbox.open(sandbox.settings(fake).withOffline(true));
        assertThat(indexes.index().metadata(firstWheel(indexes, "six")).version())
                .hasToString("1.16.0");
        indexes.store().fetch(file).close();
        assertThat(indexes.store().missing(List.of(file))).isEmpty();
    }

    @Test
    void offlineEveryMissingPageIsNamedAtOnce() {
        sandbox.open(fake).index().page(name("six"));
        PackageIndex index =
                sandbox.open(sandbox.settings(fake).withOffline(true)).index();
        index.prefetch(List.of(name("six"), name("b")));
        assertThat(failure(() -> index.page(name("a"))).block())
                .isEqualTo("Offline, and 2 pages are not in the cache:\n  " + fake.url() + "a/\n  " + fake.url() + "b/"
                        + "\n\nhint: run once without -o\nsee problems.html#not-in-cache");
        assertThat(index.page(name("six"))).isPresent();
    }

    @Test
    void wheelWithAnotherDigestNeverGetsAName() throws IOException {
        fake.alwaysAnswers(
                PATH,
                Reply.of(200, "application/zip", WheelBuilder.wheel("evil", "1").bytes()));
        IndexFile file = six();
        assertThat(failure(() -> sandbox.open(fake).store().fetch(file)).code()).isEqualTo(IndexProblem.DIGEST_DIFFERS);
        assertThat(cached(file)).doesNotExist();
        assertThat(new CacheLayout(sandbox.cache).part(file)).doesNotExist();
    }

    @Test
    void wheelThatIsBadInItselfNeverGetsAName() throws IOException {
        WheelBuilder bad = WheelBuilder.wheel("bad", "1").recordText(text -> text.replace("sha256=", "sha256=AAAA"));
        fake.with(bad);
        IndexFile file = firstWheel(sandbox.open(fake), "bad");
        assertThat(failure(() -> sandbox.open(fake).store().fetch(file)).sentence())
                .contains(bad.filename());
        assertThat(cached(file)).doesNotExist();
        assertThat(new CacheLayout(sandbox.cache).part(file)).doesNotExist();
    }

    @Test
    void wheelWithoutDigestIsRefused() {
        fake.with(FakeFile.of(WheelBuilder.wheel("a", "1")).onlyHash("md5", "ab"));
        IndexFile file = firstWheel(sandbox.open(fake), "a");
        assertThat(failure(() -> sandbox.open(fake).store().fetch(file)).block())
                .isEqualTo("Index first gives no sha256 for a-1-py3-none-any.whl, so it cannot be verified."
                        + "\nhint: put the wheel into a folder of <findLinks>, whose files are digested here"
                        + "\nsee problems.html#no-digest");
    }

    @Test
    void firstFailureInTheListsOrderIsThrown() {
        fake.with(WheelBuilder.wheel("a", "1")).with(WheelBuilder.wheel("b", "1"));
        fake.alwaysAnswers("/files/a-1-py3-none-any.whl", Reply.status(410));
        fake.alwaysAnswers("/files/b-1-py3-none-any.whl", Reply.status(404));
        Indexes indexes = sandbox.open(fake);
        List<IndexFile> files = List.of(firstWheel(indexes, "a"), firstWheel(indexes, "b"));
        assertThat(failure(() -> indexes.store().fetchAll(files)).sentence())
                .contains("-1-py3-none-any.whl is no longer");
    }

    @Test
    void metadataBesideAWheelMustBeTheWheels() throws IOException {
        WheelBuilder large = WheelBuilder.wheel("big", "1").requires("six").file("big/x", incompressible());
        fake.with(FakeFile.of(large)
                .withMetadataFile(
                        "Metadata-Version: 2.1\nName: big\nVersion: 1\nRequires-Dist: evil\n".getBytes(UTF_8)));
        Indexes indexes = sandbox.open(fake);
        IndexFile file = firstWheel(indexes, "big");
        assertThat(indexes.index().metadata(file).requiresDist()).hasToString("[evil]");
        assertThat(failure(() -> indexes.store().fetch(file)).block())
                .isEqualTo("The metadata that index first gives for " + large.filename()
                        + " differs from that in the wheel.\nhint: do not trust this index, or tell those who run it"
                        + "\nsee problems.html#metadata-differs");
        assertThat(cached(file)).doesNotExist();
    }

    private static byte[] incompressible() {
        byte[] bytes = new byte[1_200_000];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void strayPartsOfDeadProcessesAreRemoved() throws IOException {
        CacheLayout layout = new CacheLayout(sandbox.cache);
        IndexFile dead = other("dead");
        IndexFile alive = other("alive");
        for (IndexFile file : List.of(dead, alive)) {
            Files.createDirectories(layout.part(file).getParent());
            Files.write(layout.part(file), new byte[9]);
        }
        try (FileChannel channel = FileChannel.open(
                        layout.lock(alive.sha256()), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock(Long.MAX_VALUE - 1, 1, false)) {
            assertThat(lock.isValid()).isTrue();
            fetch(six());
        }
        assertThat(layout.part(dead)).doesNotExist();
        assertThat(layout.part(alive)).exists();
    }

    /** A cache that several users write to could else be made to empty the files of one of them. */
    @Test
    void linkInTheCacheIsNotWrittenThrough() throws IOException {
        CacheLayout layout = new CacheLayout(sandbox.cache);
        IndexFile file = six();
        Path other = Files.writeString(folder.resolve("other"), "precious");
        Path lock = layout.lock(file.sha256());
        Files.createDirectories(lock.getParent());
        Files.createSymbolicLink(lock, other);
        assertThat(failure(() -> sandbox.open(fake).store().fetch(file)).sentence())
                .startsWith("Cannot write " + cached(file) + ": ");
        assertThat(other).hasContent("precious");
    }

    @Test
    void strayTemporaryFilesAreRemovedAfterADay() throws IOException {
        CacheLayout layout = new CacheLayout(sandbox.cache);
        Path stamp = layout.stamp(other("dead"));
        Path old = Files.createDirectories(stamp.getParent()).resolve("." + stamp.getFileName() + ".4711-1.tmp");
        Path young = old.resolveSibling("." + stamp.getFileName() + ".4711-2.tmp");
        Files.setLastModifiedTime(
                Files.createFile(old), FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(
                Files.createFile(young), FileTime.from(Instant.now().minus(Duration.ofHours(23))));
        fetch(six());
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private IndexFile other(String project) {
        WheelBuilder wheel = WheelBuilder.wheel(project, "1");
        return IndexFile.of(WheelFilename.parse(wheel.filename()), fake.url(), wheel.sha256(), -1, "first");
    }

    @Test
    void lockOfAnotherIsWaitedForWithANote() throws IOException {
        IndexFile file = six();
        Path path = new CacheLayout(sandbox.cache).lock(file.sha256());
        Files.createDirectories(path.getParent());
        Files.writeString(path, "4711");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock lock = channel.lock(Long.MAX_VALUE - 1, 1, false);
        sandbox.pause = pause -> {
            sandbox.pauses.add(pause);
            if (sandbox.pauses.size() == 3) {
                release(lock);
            }
        };
        fetch(file);
        channel.close();
        assertThat(sandbox.pauses).hasSize(3);
        assertThat(sandbox.events)
                .startsWith("note Waiting for another plugin of this JVM, which fetches " + SIX.filename() + ".")
                .last()
                .asString()
                .startsWith("succeeded");
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void lockThatIsNeverReleasedByThisJvmIsNotSaidToBeAProcess() throws IOException {
        IndexFile file = six();
        Path path = new CacheLayout(sandbox.cache).lock(file.sha256());
        Files.createDirectories(path.getParent());
        Files.writeString(path, Long.toString(ProcessHandle.current().pid()));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.lock(Long.MAX_VALUE - 1, 1, false)) {
            assertThat(lock.isValid()).isTrue();
            assertThat(lockedSentence(file)).isEqualTo(lockedBy("Another plugin of this JVM", path));
        }
    }

    @Test
    void threadThatNeverReleasesItsLockIsTold() throws IOException {
        IndexFile file = six();
        Path path = new CacheLayout(sandbox.cache).lock(file.sha256());
        Files.createDirectories(path.getParent());
        try (DigestLock lock = DigestLock.tryTake(path).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(lockedSentence(file))
                    .isEqualTo(lockedBy("Thread " + Thread.currentThread().getName() + " of this JVM", path));
        }
    }

    private String lockedSentence(IndexFile file) {
        return failure(() -> sandbox.open(fake).store().fetch(file)).block();
    }

    private static String lockedBy(String holder, Path path) {
        return holder + " holds " + path + ", but no byte of " + SIX.filename() + " has come for 10 minutes."
                + "\nhint: run again (if a Maven daemon runs the builds, stop it first), or set another <cacheDirectory>"
                + "\nsee problems.html#cache-locked";
    }

    @Test
    void cacheThatCannotBeWrittenIsTold() throws IOException {
        Files.writeString(sandbox.cache, "a file where the folder should be");
        IndexFile file = six();
        LayerException failure = failure(() -> sandbox.open(fake).store().fetch(file));
        assertThat(failure.code()).isEqualTo(IndexProblem.CACHE_UNWRITABLE);
        assertThat(failure.sentence())
                .startsWith("Cannot write " + cached(file) + ": ")
                .contains(" (needs " + Bytes.shown(file.bytes()) + ", ")
                .endsWith(" are free).");
    }

    @Test
    void warmStoreTouchesNoSocketAndNoOkHttp() throws Exception {
        IndexFile file = six();
        fetch(file);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                sandbox.cache.toString(),
                file.url().toString(),
                file.sha256());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(WheelStore.class.getName());
        assertThat(Stream.of("okhttp3.", "okio.", "kotlin.", "com.fasterxml.", "org.jsoup.", "java.net.Socket ")
                        .filter(output::contains))
                .isEmpty();
    }
}
