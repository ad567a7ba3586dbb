package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.FileSnapshot;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.Reply;
import io.github.lambdalayer.testing.Strace;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk refuses, and what ends a build from outside: it is told, what was there stays, and the next build needs no help. */
class DiskFaultsTest {

    private static final String RENAMES = "?rename,?renameat,?renameat2";

    @TempDir
    private Path folder;

    private Path project;
    private Strace strace;

    @BeforeEach
    void layerOfOneWheelIsLockedAndBuilt() throws IOException {
        strace = Strace.in(Files.createDirectories(folder.toRealPath().resolve("strace")));
        project = KilledBuild.lockedAndBuilt(folder);
    }

    /** The files that are not by their names unfinished, nor the cache's own, nor tell when another was written. */
    private Map<String, String> named() throws IOException {
        return FileSnapshot.of(project)
                .digestsWithout(path -> path.startsWith("cache/")
                        || path.endsWith(".part")
                        || path.endsWith(".tmp")
                        || path.endsWith(".stamp"));
    }

    private List<String> unfinished() throws IOException {
        return FileSnapshot.of(project).digestsWithout(path -> !path.endsWith(".part")).keySet().stream()
                .toList();
    }

    @Test
    void anErrorOfTheDiskKeepsTheOldLock() throws IOException {
        assumeTrue(strace.works(), "there is no strace here, or it may not trace");
        Map<String, String> before = named();
        assertThat(strace.failing("fsync", "EIO", KilledBuild.command("lock", project, "two")))
                .isEqualTo(project.resolve("pylock.toml") + " cannot be written: Input/output error; what was there"
                        + " before is untouched.\n"
                        + "hint: see that its folder can be written to and that the disk has room, or set <lockFile>\n"
                        + "see problems.html#lock-not-written");
        assertThat(named()).isEqualTo(before);
        KilledBuild.run("lock", project, "two");
        assertThat(project.resolve("pylock.toml")).content().contains("two-1.0");
    }

    @Test
    void noRoomForANameKeepsTheOldLayer() throws IOException {
        assumeTrue(strace.works(), "there is no strace here, or it may not trace");
        KilledBuild.run("lock", project, "two");
        Map<String, String> before = named();
        String said = strace.failing(RENAMES, "ENOSPC", KilledBuild.command("assemble", project, "two"));
        assertThat(said).contains(": No space left on device").contains("\nsee problems.html#");
        assertThat(named()).isEqualTo(before);
        assertThat(unfinished()).isEmpty();
        KilledBuild.run("assemble", project, "two");
    }

    @Test
    void aLimitForTheSizeOfFilesIsNamed() throws Exception {
        Files.write(project.resolve("src/noise.bin"), noise(300_000));
        Map<String, String> before = named();
        assertThat(limited("ulimit -f 100", "one", System.getProperty("java.class.path")))
                .isEqualTo(project.resolve("src") + ": the files cannot be gathered in "
                        + project.resolve("target/lambda-layer") + ": Problem creating zip: File too large.\n"
                        + "hint: see that the first can be read, and that the second can be written to and has room\n"
                        + "see problems.html#bad-own-files");
        assertThat(named()).isEqualTo(before);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void aLimitForOpenFilesIsNamed() throws Exception {
        String[] names = IntStream.range(0, 200).mapToObj(i -> "p" + i).toArray(String[]::new);
        for (String name : names) {
            wheel(name, "1.0").in(project.resolve("wheels"));
        }
        wheel("all", "1.0").requires(names).in(project.resolve("wheels"));
        Files.delete(project.resolve("pylock.toml"));
        Map<String, String> before = named();
        assertThat(limited("ulimit -n 150", "all", jars()))
                .startsWith("p")
                .contains("-1.0-py3-none-any.whl: the file cannot be read: " + project.resolve("cache"))
                .contains(".whl: Too many open files.\n")
                .endsWith("see problems.html#unreadable-wheel");
        assertThat(named()).isEqualTo(before);
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return noise;
    }

    /** The class path with jars instead of folders: as in Maven, a class is then read from a file that is open already. */
    private String jars() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            jars.add(
                    Files.isDirectory(Path.of(path))
                            ? jar(Path.of(path), jars.size()).toString()
                            : path);
        }
        return String.join(File.pathSeparator, jars);
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = folder.resolve("classes" + number + ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private String limited(String limit, String requirement, String classPath) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", limit + " && exec \"$@\"", "sh"));
        command.addAll(KilledBuild.command("assemble", project, requirement));
        command.set(command.indexOf("-cp") + 1, classPath);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        return said;
    }

    @Test
    void whoeverEndsABuildFindsTheOldLayerOrTheNewOne() throws Exception {
        endedAtRandom(3, false);
    }

    /** Takes minutes. */
    @Test
    @Tag("live")
    void whoeverKillsABuildTwoHundredTimesFindsTheOldLayerOrTheNewOne() throws Exception {
        endedAtRandom(200, true);
    }

    private void endedAtRandom(int times, boolean killed) throws Exception {
        KilledBuild.run("lock", project, "two");
        FileSnapshot start = FileSnapshot.of(project);
        Map<String, String> before = named();
        long began = System.nanoTime();
        assertThat(new ProcessBuilder(KilledBuild.command("assemble", project, "two"))
                        .start()
                        .waitFor())
                .isZero();
        long whole = System.nanoTime() - began;
        Map<String, String> after = named();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            start.restore();
            Process process = new ProcessBuilder(KilledBuild.command("assemble", project, "two")).start();
            process.waitFor(random.nextLong(whole), TimeUnit.NANOSECONDS);
            if (killed) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            process.waitFor();
            named().forEach((path, digest) -> assertThat(digest)
                    .as("%s, seed %d", path, seed)
                    .isIn(before.getOrDefault(path, "missing"), after.getOrDefault(path, "missing")));
            KilledBuild.run("assemble", project, "two");
            assertThat(named()).as("seed %d", seed).isEqualTo(after);
            assertThat(unfinished()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aCacheOnAnotherFileSystemWillDo() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "there is no second file system here");
        FileStore there = Files.getFileStore(memory);
        assumeTrue(!there.equals(Files.getFileStore(project)), "/dev/shm is on the same file system");
        Path cache = Files.createTempDirectory(memory, "lambda-layer");
        try {
            LayerResult before = TestSpecs.in(project).spec().files().read().orElseThrow();
            deleteAll(project.resolve("target"));
            IndexSettings indexes = IndexSettings.of(cache).withFindLinks(List.of(project.resolve("wheels")));
            LayerResult result = build().assemble(
                            TestSpecs.in(project).requiring("one").from(indexes).spec());
            assertThat(result.packages()).isEqualTo(before.packages());
            assertThat(cache).isNotEmptyDirectory();
        } finally {
            deleteAll(cache);
        }
    }

    @Test
    void whoeverCleansTargetWhileABuildFetchesDoesItNoHarm() throws Exception {
        LayerSpec spec = TestSpecs.in(project).spec();
        LayerResult result = deletedWhileItFetches(project.resolve("target")).get(1, TimeUnit.MINUTES);
        assertThat(Sha256.hex(Sha256.digest(spec.files().zip()))).isEqualTo(result.sha256());
    }

    @Test
    void whoeverDeletesTheCacheWhileABuildReadsMetadataDoesItNoHarm() throws Exception {
        LayerSpec spec = TestSpecs.in(project).spec();
        LayerResult result = deletedWhileItFetches(project.resolve("cache")).get(1, TimeUnit.MINUTES);
        assertThat(Sha256.hex(Sha256.digest(spec.files().zip()))).isEqualTo(result.sha256());
        assertThat(result.packages()).extracting(each -> each.name()).containsExactly("fresh");
        KilledBuild.run("assemble", project, "one");
    }

    /** A build whose folder is gone by the time that the index answers. */
    private FutureTask<LayerResult> deletedWhileItFetches(Path deleted) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch opens = new CountDownLatch(1);
        WheelBuilder fresh = wheel("fresh", "1.0");
        try (FakeIndex index = FakeIndex.start().with(fresh)) {
            index.answers(
                    "/files/" + fresh.filename(),
                    Reply.of(200, "application/zip", fresh.bytes())
                            .whenAsked(asked)
                            .heldUntil(opens));
            IndexSettings indexes = IndexSettings.of(project.resolve("cache"))
                    .withIndexes(List.of(IndexLocation.of("fake", index.url().toString())));
            LayerSpec spec = TestSpecs.in(project)
                    .requiring("fresh")
                    .from(indexes)
                    .lockedBy(project.resolve("none.toml"))
                    .spec();
            FutureTask<LayerResult> building = new FutureTask<>(() -> build().assemble(spec));
            Thread builder = new Thread(building, "builder");
            builder.start();
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            deleteAll(deleted);
            opens.countDown();
            builder.join();
            return building;
        }
    }

    private static LayerBuild build() {
        return new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, new RecordingBuildLog(), "0.1.0"));
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
