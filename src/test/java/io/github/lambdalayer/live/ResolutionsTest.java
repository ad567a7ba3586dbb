package io.github.lambdalayer.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.testing.RealIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requirement sets of all kinds for the newer runtimes on both architectures, each resolved by us and by uv at the same
 * time. The table of results is {@code target/live/resolutions.md}.
 *
 * <p>A run takes some of the sets, others each day of the month, and ends after four minutes; with {@code -Dlive.full}
 * it takes them all. {@code LIVE_UV} says where uv is, {@code LIVE_PYTHON} where the Python is that it needs, {@code LIVE_PYTHON_3_9} and {@code LIVE_PYTHON_3_11} where Pythons
 * with a pip are, which decide where uv cannot be told of a glibc.
 */
@Tag("live")
class ResolutionsTest {

    private static final List<String> RUNTIMES =
            List.of("python3.9", "python3.11", "python3.12", "python3.13", "python3.14");
    private static final int SLICES = 15;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Path FOLDER = Path.of("target", "live");

    /** Mostly it is waited for other programs and for the index. */
    private static final int THREADS = 4;

    private final boolean full = System.getProperty("live.full") != null;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Row> rows = new ArrayList<>();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void ourAnswersAreThoseOfUv() throws IOException, InterruptedException {
        assumeTrue(RealIndex.isReachable(), "the real index cannot be reached");
        Optional<String> program = Program.find("LIVE_UV", "target/live/venv/bin/uv", "uv");
        assumeTrue(program.isPresent(), "there is no uv here: set LIVE_UV");
        Optional<String> python = Program.find("LIVE_PYTHON", "python3.11", "python3");
        assumeTrue(python.isPresent(), "there is no Python here, which uv needs: set LIVE_PYTHON");
        Path work = Files.createTempDirectory(Files.createDirectories(FOLDER), "resolutions");
        Comparison comparison = new Comparison(new Uv(program.get(), python.get(), work), work.resolve("cache"));
        Instant end = Instant.now().plus(LIMIT);
        List<RequirementSet> sets = slice(RequirementSet.all());
        int done = 0;
        for (RequirementSet set : sets) {
            if (full || Instant.now().isBefore(end)) {
                compare(comparison, set);
                write(sets.size() - ++done);
            }
        }
        System.out.println(summary(sets.size() - done));
        assertThat(unexplained())
                .as("differences from uv without a known reason")
                .isEmpty();
    }

    private void compare(Comparison comparison, RequirementSet set) throws InterruptedException {
        List<Callable<Row>> work = new ArrayList<>();
        for (LambdaTarget target : targets()) {
            work.add(() -> comparison.compare(set, target));
        }
        for (Future<Row> row : threads.invokeAll(work)) {
            try {
                rows.add(row.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(set.toString(), e);
            }
        }
    }

    private List<RequirementSet> slice(List<RequirementSet> all) {
        int day = LocalDate.now(ZoneOffset.UTC).getDayOfMonth();
        List<RequirementSet> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (full || i % SLICES == day % SLICES) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    private static List<LambdaTarget> targets() {
        List<LambdaTarget> targets = new ArrayList<>();
        for (String runtime : RUNTIMES) {
            for (Architecture architecture : Architecture.values()) {
                targets.add(LambdaTarget.of(LambdaRuntime.of(runtime), architecture));
            }
        }
        return targets;
    }

    private List<String> unexplained() {
        return rows.stream().filter(Row::isUnexplained).map(Row::details).toList();
    }

    private String summary(int left) {
        long alike = rows.stream().filter(Row::agrees).count();
        return rows.size() + " resolutions compared with uv: " + alike + " alike, " + (rows.size() - alike)
                + " differ, " + unexplained().size() + " of them without a known reason; " + left
                + " sets not reached in time.";
    }

    private void write(int left) throws IOException {
        StringBuilder text =
                new StringBuilder(summary(left)).append("\n\n| requirements | for | ours | compared | |\n");
        text.append("|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row).append('\n'));
        unexplained().forEach(details -> text.append("\n```\n").append(details).append("\n```\n"));
        Files.writeString(FOLDER.resolve("resolutions.md"), text.toString(), UTF_8);
    }
}
