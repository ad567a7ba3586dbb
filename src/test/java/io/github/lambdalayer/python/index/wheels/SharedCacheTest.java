package io.github.lambdalayer.python.index.wheels;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.cache.DigestLock;
import io.github.lambdalayer.python.index.cache.LockWait;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.Reply;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cache, many builds at once: processes, class loaders, and those that are killed. */
class SharedCacheTest {

    @TempDir
    Path folder;

    @AutoClose
    private final FakeIndex fake = FakeIndex.start();

    private final List<WheelBuilder> wheels = new ArrayList<>();

    private void offer(int count) {
        for (int i = 0; i < count; i++) {
            WheelBuilder wheel = WheelBuilder.wheel("p" + i, "1.0").file("p" + i + ".py", "x".repeat(20_000 + i));
            wheels.add(wheel);
            fake.with(wheel);
        }
    }

    private List<String> arguments() {
        return arguments(wheels);
    }

    private List<String> arguments(List<WheelBuilder> wheels) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        for (WheelBuilder wheel : wheels) {
            arguments.add(fake.url("/files/" + wheel.filename()).toString());
            arguments.add(wheel.sha256());
        }
        return arguments;
    }

    private Process start() throws IOException {
        return start(wheels);
    }

    private Process start(List<WheelBuilder> wheels) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName()));
        command.addAll(arguments(wheels));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void assertEndsWell(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** Every wheel is there, each was fetched so often, and nothing is left over. */
    private void assertComplete(int mostRequests) throws IOException {
        CacheLayout layout = new CacheLayout(folder);
        try (Stream<Path> files = Files.walk(layout.wheels())) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .filter(n -> !n.endsWith(".lock") && !n.endsWith(".stamp"))
                    .sorted()
                    .toList();
            assertThat(names)
                    .isEqualTo(
                            wheels.stream().map(WheelBuilder::filename).sorted().toList());
        }
        for (WheelBuilder wheel : wheels) {
            assertThat(fake.requests("/files/" + wheel.filename())).hasSizeBetween(1, mostRequests);
        }
    }

    @Test
    void processesShareAnEmptyCache() throws Exception {
        offer(20);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(start());
        }
        for (Process process : processes) {
            assertEndsWell(process);
        }
        assertComplete(1);
    }

    @Test
    void classLoadersShareAnEmptyCache() throws Exception {
        offer(5);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> builds = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                builds.add(threads.submit(inItsOwnClassLoader()));
            }
            for (Future<Integer> build : builds) {
                build.get();
            }
        } finally {
            threads.shutdown();
        }
        assertComplete(1);
    }

    private Callable<Integer> inItsOwnClassLoader() {
        return () -> {
            try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
                loader.loadClass(StoreProcess.class.getName())
                        .getMethod("main", String[].class)
                        .invoke(null, (Object) arguments().toArray(String[]::new));
                return 0;
            }
        };
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(p -> url(Path.of(p).toUri()))
                .toArray(URL[]::new);
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void killedProcessLeavesNothingThatHarms() throws Exception {
        offer(2);
        String path = "/files/" + wheels.get(0).filename();
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        fake.answers(path, Reply.status(200).heldUntil(gate).whenAsked(asked));
        Process killed = start();
        asked.await();
        killed.destroyForcibly().waitFor();
        gate.countDown();
        assertEndsWell(start());
        assertComplete(2);
    }

    @Test
    void processThatStandsStillIsNamedWithItsId() throws Exception {
        offer(1);
        WheelBuilder wheel = wheels.get(0);
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        fake.answers(
                "/files/" + wheel.filename(), Reply.status(200).heldUntil(gate).whenAsked(asked));
        Process slow = start();
        try {
            asked.await();
            Path lock = new CacheLayout(folder).lock(wheel.sha256());
            LockWait waiting =
                    new LockWait(lock, folder.resolve("none.part"), wheel.filename(), Transfers.SILENT, pause -> {});
            assertThat(failure(() -> DigestLock.take(lock, waiting)).block())
                    .isEqualTo("Process " + slow.pid() + " holds " + lock + ", but no byte of " + wheel.filename()
                            + " has come for 10 minutes.\nhint: end it, or set another <cacheDirectory>"
                            + "\nsee problems.html#cache-locked");
        } finally {
            slow.destroyForcibly().waitFor();
            gate.countDown();
        }
    }

    /** POSIX takes all locks of a process on a file back when it closes any descriptor of that file. */
    @Test
    void buildsThatLookForLeftoversLeaveDownloadsOfOthersInPeace() throws Exception {
        offer(3);
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        fake.answers(
                "/files/" + wheels.get(0).filename(),
                Reply.of(200, "application/octet-stream", wheels.get(0).bytes())
                        .heldUntil(gate)
                        .whenAsked(asked));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = thread.submit(inThisProcess(wheels.subList(0, 1)));
            asked.await();
            inThisProcess(wheels.subList(1, 2)).call();
            assertEndsWell(start(wheels.subList(2, 3)));
            gate.countDown();
            slow.get();
        } finally {
            gate.countDown();
            thread.shutdown();
        }
        assertComplete(1);
    }

    private Callable<Integer> inThisProcess(List<WheelBuilder> wheels) {
        return () -> {
            StoreProcess.main(arguments(wheels).toArray(String[]::new));
            return 0;
        };
    }
}
