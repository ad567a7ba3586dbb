package io.github.lambdalayer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What people do by hand with the tools of others: a folder of packages, which is then zipped. */
final class Peers {

    private static final String UV =
            "uv pip install --quiet --only-binary :all: --python-platform x86_64-manylinux_2_34 --python-version 3.12";
    private static final String PIP = "python3 -m pip install --quiet --isolated --no-compile --only-binary :all:"
            + " --python-version 3.12 --implementation cp --abi cp312 --abi abi3 --abi none"
            + " --platform manylinux_2_34_x86_64 --platform manylinux_2_28_x86_64"
            + " --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64";

    private final Path requirements;
    private final Path work;

    Peers(Path requirements, Path work) {
        this.requirements = requirements;
        this.work = work;
    }

    /** uv and zip; further options such as {@code --no-cache}. */
    Timing.Task uv(String... options) {
        return () -> install(UV, options);
    }

    /** pip and zip. */
    Timing.Task pip() {
        return () -> install(PIP);
    }

    private void install(String command, String... options) throws IOException, InterruptedException {
        Path target = work.resolve("peer");
        Benchmark.delete(target);
        List<String> line = new ArrayList<>(List.of(command.split(" ", -1)));
        line.addAll(List.of(options));
        line.addAll(List.of("--target", target.toString(), "-r", requirements.toString()));
        Timing.program(work, line);
        zip(target, work.resolve("peer.zip"));
    }

    /** What zip makes of a folder. */
    static void zip(Path folder, Path zip) throws IOException, InterruptedException {
        Files.deleteIfExists(zip);
        Timing.program(folder, List.of("zip", "-qrX", zip.toString(), "."));
    }
}
