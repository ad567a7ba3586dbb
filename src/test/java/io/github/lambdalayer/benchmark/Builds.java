package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.testing.ForkedMaven;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Builds of the benchmark's projects, which have to succeed. */
final class Builds {

    private static final String BUILD = "lambda-layer:build";
    private static final ProcessBuilder.Redirect QUIET = ProcessBuilder.Redirect.DISCARD;

    private final ForkedMaven maven;

    Builds(ForkedMaven maven) {
        this.maven = maven;
    }

    /** Where the projects are. */
    Path folder() {
        return maven.project();
    }

    /** The lock of a set of requirements. */
    Path lock(String set) {
        return folder().resolve("pylock." + set + ".toml");
    }

    /** Resolves a set, and fetches its wheels. */
    void prepare(String set) throws IOException, InterruptedException {
        run(Map.of(), "lambda-layer:lock", BUILD, of(set));
    }

    /** Builds a set whose layer is not there. */
    void anew(Map<String, String> environment, String set) throws IOException, InterruptedException {
        Benchmark.delete(folder().resolve("target"));
        again(environment, set);
    }

    /** Builds a set whose layer may be there. */
    void again(Map<String, String> environment, String set) throws IOException, InterruptedException {
        run(environment, BUILD, of(set));
    }

    /** Resolves, fetches and builds a set with neither lock nor cache. */
    void fromNothing(Map<String, String> environment, String set, Path work) throws IOException, InterruptedException {
        Path cache = work.resolve("empty");
        Benchmark.delete(cache);
        Benchmark.delete(folder().resolve("target"));
        run(
                environment,
                BUILD,
                of(set),
                "-Dlambda-layer.lockFile=pylock.none.toml",
                "-Dlambda-layer.cacheDirectory=" + cache);
    }

    /** Runs Maven, and shows what it says when it fails. */
    void run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        if (maven.run(environment, QUIET, arguments) != 0) {
            int status = maven.run(environment, arguments);
            throw new IOException("mvn " + String.join(" ", arguments) + " failed, and then ended with " + status);
        }
    }

    private static String of(String set) {
        return "-Dset=" + set;
    }
}
