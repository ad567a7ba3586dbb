package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.testing.ForkedMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    Resolving(ForkedMaven maven, Path work) {
        this.maven = maven;
        this.work = work;
    }

    void run() throws IOException, InterruptedException {
        if (!Timing.exists("uv")) {
            System.out.println("(no uv here to compare resolving with)");
            return;
        }
        for (String set : SETS) {
            compare(List.of(set.split(" ", -1)));
        }
    }

    private void compare(List<String> requirements) throws IOException, InterruptedException {
        Path cache = work.resolve("resolving");
        Path file = Files.write(work.resolve("resolving.in"), requirements);
        List<String> uv = new ArrayList<>(UV);
        uv.addAll(List.of("--python-platform", "x86_64-manylinux_2_34", file.toString()));
        Timing.Task cold = () -> {
            Benchmark.delete(cache);
            lock(requirements, cache);
        };
        Timing.Task fresh = () -> lock(requirements, cache);
        double[] seconds = Timing.medians(
                ROUNDS,
                cold,
                fresh,
                () -> Timing.anyStatus(work, uv),
                () -> maven.run(Map.of(), ProcessBuilder.Redirect.DISCARD, "-q", "validate"));
        System.out.printf(
                Locale.ROOT,
                "resolving %s: %.1f x uv's time with empty caches (%.2f s; uv %.2f s)%s; fresh pages: own time %.2f s%n",
                String.join(" ", requirements),
                seconds[0] / seconds[2],
                seconds[0],
                seconds[2],
                pip(requirements, seconds[0]),
                seconds[1] - seconds[3]);
    }

    /** pip is asked once: it needs up to a minute. */
    private String pip(List<String> requirements, double ours) throws IOException, InterruptedException {
        if (!Timing.exists("python3")) {
            return "";
        }
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(PIP);
        command.addAll(requirements);
        double pips = Timing.medians(1, () -> Timing.anyStatus(work, command))[0];
        return String.format(Locale.ROOT, ", ahead of pip by %.1f x (pip %.1f s)", pips / ours, pips);
    }

    private void lock(List<String> requirements, Path cache) throws IOException, InterruptedException {
        Files.deleteIfExists(maven.project().resolve("resolving").resolve("pylock.toml"));
        maven.run(
                Map.of(),
                ProcessBuilder.Redirect.DISCARD,
                "-f",
                "resolving/pom.xml",
                "lambda-layer:lock",
                "-Dlambda-layer.requirements=" + String.join("|", requirements),
                "-Dlambda-layer.cacheDirectory=" + cache);
    }
}
