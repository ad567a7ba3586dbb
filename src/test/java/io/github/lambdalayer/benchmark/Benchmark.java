package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.benchmark.WholeBuild.Aims;
import io.github.lambdalayer.testing.ForkedMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares writing a layer, and a whole build, with what others need for the same wheels. Ratios can be compared between
 * machines, seconds cannot. Needs uv, zip and python3 with pip on the PATH.
 *
 * <p>Arguments: those of {@link ForkedMaven#of}. {@code -Dbenchmark.only=archive} runs one part of {@code archive},
 * {@code build}, {@code layers}, {@code calls}, {@code memory} and {@code resolving}.
 */
public final class Benchmark {

    private static final String MEDIUM = "m";
    private static final String NEAR_THE_LIMIT = "h";
    private static final String LARGE = "l";

    private final ForkedMaven maven;
    private final Builds builds;
    private final Path cache;
    private final Path work;
    private final Results results = new Results();

    private Benchmark(ForkedMaven maven, Path cache, Path work) {
        this.maven = maven;
        this.builds = new Builds(maven);
        this.cache = cache;
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of(arguments[1], "work"));
        new Benchmark(ForkedMaven.of(arguments), ForkedMaven.cache(arguments), work).run();
    }

    private void run() throws IOException, InterruptedException {
        for (String program : List.of("uv", "zip", "python3")) {
            if (!Timing.exists(program)) {
                throw new IOException("the benchmark needs " + program + " on the PATH");
            }
        }
        for (String set : List.of(MEDIUM, NEAR_THE_LIMIT, LARGE)) {
            builds.prepare(set);
        }
        System.out.println();
        part("archive", this::archive);
        part("build", this::wholeBuild);
        part("layers", () -> new ManyLayers(builds, results).run());
        part("calls", () -> new Calls(builds, results).run());
        part("memory", this::memory);
        part("resolving", () -> new Resolving(maven, work, results).run());
        results.draw(work.resolveSibling("benchmark.svg"));
        System.out.println();
    }

    private static void part(String name, Timing.Task part) throws IOException, InterruptedException {
        String only = System.getProperty("benchmark.only", "");
        if (only.isEmpty() || only.equals(name)) {
            part.run();
        }
    }

    private void archive() throws IOException, InterruptedException {
        Archive archive = new Archive(cache, work, results);
        archive.run("30 MB", builds.lock(MEDIUM), 4);
        archive.run("70 MB", builds.lock(NEAR_THE_LIMIT), 4);
        archive.run("84 MB", builds.lock(LARGE), 3);
    }

    private void wholeBuild() throws IOException, InterruptedException {
        WholeBuild whole = new WholeBuild(builds, work, results);
        whole.run(MEDIUM, "30 MB", new Aims(0.7, 2.5, 5, 1.5));
        whole.run(NEAR_THE_LIMIT, "70 MB", new Aims(1.0, 6, 11, 3));
        whole.run(LARGE, "84 MB", new Aims(1.0, 6, 11, 3));
    }

    private void memory() throws IOException, InterruptedException {
        Map<String, String> little = Map.of("MAVEN_OPTS", "-Xmx96m");
        builds.anew(little, MEDIUM);
        builds.anew(little, NEAR_THE_LIMIT);
        builds.anew(little, LARGE);
        results.note("warm builds with -Xmx96m: passed");
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
