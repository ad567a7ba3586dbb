package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.benchmark.Results.Bar;
import io.github.lambdalayer.testing.ForkedMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares {@code lambda-layer:lock} with what uv and pip need for the same requirements, all with empty caches and as
 * whole processes; and with itself when the pages are fresh. The last set cannot be satisfied and must be explained.
 */
final class Resolving {

    private static final List<String> SETS = List.of(
            "pandas",
            "jupyter",
            "langchain transformers fastapi sqlalchemy boto3",
            "boto3>=1.28 s3fs",
            "apache-airflow==2.10.3");

    private static final List<String> UV =
            List.of("uv pip compile --quiet --only-binary :all: --no-cache --python-version 3.12".split(" ", -1));
    private static final List<String> PIP =
            List.of(("-m pip install --quiet --isolated --no-cache-dir --dry-run --ignore-installed --only-binary :all:"
                            + " --python-version 3.12 --implementation cp --abi cp312 --abi abi3 --abi none"
                            + " --platform manylinux_2_34_x86_64 --platform manylinux_2_28_x86_64"
                            + " --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64 --target nowhere")
                    .split(" ", -1));
    private static final int ROUNDS = 3;

    private final ForkedMaven maven;
    private final Path work;
    private final Results results;
    private final Path classes;

    Resolving(ForkedMaven maven, Path work, Results results) {
        this.maven = maven;
        this.work = work;
        this.results = results;
        this.classes = work.resolve("classes-resolving.jsa");
    }

    void run() throws IOException, InterruptedException {
        for (String set : SETS) {
            compare(set, List.of(set.split(" ", -1)));
        }
    }

    private void compare(String set, List<String> requirements) throws IOException, InterruptedException {
        Path cache = work.resolve("resolving");
        Path file = Files.write(work.resolve("resolving.in"), requirements);
        List<String> uv = new ArrayList<>(UV);
        uv.addAll(List.of("--python-platform", "x86_64-manylinux_2_34", file.toString()));
        Files.deleteIfExists(classes);
        anew(ShortBuild.STARTING.writing(classes), requirements, cache);
        Timing.Task cold = () -> anew(Map.of(), requirements, cache);
        Timing.Task tuned = () -> anew(ShortBuild.STARTING.reading(classes), requirements, cache);
        Timing.Task fresh = () -> lock(Map.of(), requirements, cache);
        Timing.Task freshTuned = () -> lock(ShortBuild.STARTING.reading(classes), requirements, cache);
        double[] seconds = Timing.medians(
                ROUNDS,
                cold,
                fresh,
                tuned,
                freshTuned,
                () -> Timing.anyStatus(work, uv),
                () -> maven.run(Map.of(), ProcessBuilder.Redirect.DISCARD, "-q", "validate"),
                () -> maven.run(
                        ShortBuild.STARTING.reading(classes), ProcessBuilder.Redirect.DISCARD, "-q", "validate"));
        Bar ours = new Bar("mvn lambda-layer:lock", seconds[0]);
        Bar archived = new Bar("… with an archive of classes", seconds[2]);
        Bar uvs = new Bar("uv", seconds[4]);
        Bar pips = new Bar("pip", pip(requirements));
        results.within("resolving " + set + ", empty caches", 2, ours, uvs);
        results.within("resolving " + set + ", the same with an archive of classes", 2, archived, uvs);
        results.faster("resolving " + set + ", empty caches", 4, ours, pips);
        results.faster("resolving " + set + ", the same with an archive of classes", 4, archived, pips);
        results.seconds("resolving " + set + ", own time with fresh pages", 0.3, seconds[1] - seconds[5]);
        results.seconds("resolving " + set + ", the same with an archive of classes", 0.3, seconds[3] - seconds[6]);
        results.compare("Resolving " + set + ", empty caches", ours, archived, uvs, pips);
    }

    /** pip is asked once: it may need a minute. */
    private double pip(List<String> requirements) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(PIP);
        command.addAll(requirements);
        return Timing.medians(1, () -> Timing.anyStatus(work, command))[0];
    }

    private void anew(Map<String, String> environment, List<String> requirements, Path cache)
            throws IOException, InterruptedException {
        Benchmark.delete(cache);
        lock(environment, requirements, cache);
    }

    private void lock(Map<String, String> environment, List<String> requirements, Path cache)
            throws IOException, InterruptedException {
        Files.deleteIfExists(maven.project().resolve("resolving").resolve("pylock.toml"));
        maven.run(
                environment,
                ProcessBuilder.Redirect.DISCARD,
                "-f",
                "resolving/pom.xml",
                "lambda-layer:lock",
                "-Dlambda-layer.requirements=" + String.join("|", requirements),
                "-Dlambda-layer.cacheDirectory=" + cache);
    }
}
