package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.testing.FileSnapshot;
import io.github.lambdalayer.testing.Strace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build is killed at each call by which it changes a file: whenever that is, every file that has its name is the old
 * or the whole new one, and the next build needs no help.
 *
 * <p>Every call that makes, names or removes a file is tried, and of those that write into one a few, from first to
 * last: what they write to has no name yet, so one is as good as another.
 */
class KilledBuildTest {

    private static final int MOST_WRITES = 8;

    private static final String RESULT = "target/lambda-layer/data.json";

    @TempDir
    private Path folder;

    private Path project;
    private Strace strace;

    @BeforeEach
    void layerOfOneWheelIsLockedAndBuilt() throws IOException {
        strace = Strace.in(Files.createDirectories(folder.toRealPath().resolve("strace")));
        assumeTrue(strace.works(), "there is no strace here, or it may not trace");
        project = KilledBuild.lockedAndBuilt(folder);
    }

    @Test
    void layerIsTheOldOrTheNewOneWheneverItsBuildIsKilled() throws IOException {
        KilledBuild.run("lock", project, "two");
        killAtEveryCall("assemble", RESULT);
    }

    @Test
    void lockIsTheOldOrTheNewOneWheneverItsWriterIsKilled() throws IOException {
        killAtEveryCall("lock", "pylock.toml");
    }

    /** The file {@code last} is what tells the next build that all is done: no other may be old when it is new. */
    private void killAtEveryCall(String step, String last) throws IOException {
        FileSnapshot start = FileSnapshot.of(project);
        Map<String, String> before = named(start);
        KilledBuild.run(step, project, "two");
        Map<String, String> after = named(FileSnapshot.of(project));
        assertThat(after.get(last)).isNotEqualTo(before.get(last));

        start.restore();
        List<String> command = KilledBuild.command(step, project, "two");
        List<Strace.Call> calls = fewerWrites(strace.calls(project, command));
        int killed = 0;
        int old = 0;
        for (Strace.Call call : calls) {
            start.restore();
            killed += strace.killedAt(call, command) ? 1 : 0;
            Map<String, String> left = named(FileSnapshot.of(project));
            assertNoneIsTorn(call, before, left, after);
            if (Objects.equals(after.get(last), left.get(last))) {
                assertThat(left).as("%s before %s", step, call).isEqualTo(after);
            } else {
                old++;
            }
            KilledBuild.run(step, project, "two");
            assertMended(call, after);
        }
        // Calls are counted in each thread, and which thread makes which of them differs from run to run.
        assertThat(killed).isGreaterThan(calls.size() / 3);
        assertThat(old).isPositive();
    }

    private static void assertNoneIsTorn(
            Strace.Call call, Map<String, String> before, Map<String, String> left, Map<String, String> after) {
        left.forEach((path, digest) -> assertThat(digest)
                .as("%s, killed before %s", path, call)
                .isIn(before.getOrDefault(path, "missing"), after.getOrDefault(path, "missing")));
        assertThat(left.keySet()).as("killed before %s", call).containsAll(before.keySet());
    }

    /** Nothing unfinished stays, but in the cache a small {@code .tmp}, until it is a day old and a wheel is fetched. */
    private void assertMended(Strace.Call call, Map<String, String> after) throws IOException {
        assertThat(FileSnapshot.of(project)
                        .digestsWithout(path -> isNote(path) || (path.startsWith("cache/") && path.endsWith(".tmp"))))
                .as("after the build that follows one killed before %s", call)
                .isEqualTo(after);
    }

    /** The files that are not by their names unfinished. */
    private static Map<String, String> named(FileSnapshot files) {
        return files.digestsWithout(path -> isNote(path) || path.endsWith(".part") || path.endsWith(".tmp"));
    }

    /**
     * Locks tell which process held them last, and stamps when and where a wheel or a layer was written. What is remembered
     * of a folder has the stamps of its wheels, and is not written before these are some time old.
     */
    private static boolean isNote(String path) {
        return path.endsWith(".lock") || path.endsWith(".stamp") || path.endsWith(".digests");
    }

    private static List<Strace.Call> fewerWrites(SortedSet<Strace.Call> calls) {
        List<Strace.Call> writes = calls.stream().filter(Strace.Call::isWrite).toList();
        List<Strace.Call> fewer =
                new ArrayList<>(calls.stream().filter(call -> !call.isWrite()).toList());
        int wanted = Math.min(MOST_WRITES, writes.size());
        for (int i = 0; i < wanted; i++) {
            fewer.add(writes.get(wanted == 1 ? 0 : i * (writes.size() - 1) / (wanted - 1)));
        }
        return fewer;
    }
}
