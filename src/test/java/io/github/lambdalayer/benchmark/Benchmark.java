package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.LayerWriter;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Indexes;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.lock.PylockReader;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.testing.ForkedMaven;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Compares writing a layer, and a whole build, with what others need for the same wheels. Ratios can be compared between
 * machines, seconds cannot.
 *
 * <p>Arguments: those of {@link ForkedMaven#of}.
 */
public final class Benchmark {

    private static final ProcessBuilder.Redirect QUIET = ProcessBuilder.Redirect.DISCARD;

    private final ForkedMaven maven;
    private final Path cache;
    private final Path work;

    private Benchmark(ForkedMaven maven, Path cache, Path work) {
        this.maven = maven;
        this.cache = cache;
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of(arguments[1], "work"));
        new Benchmark(ForkedMaven.of(arguments), ForkedMaven.cache(arguments), work).run();
    }

    private void run() throws IOException, InterruptedException {
        build(Map.of(), "lambda-layer:lock", "lambda-layer:build");
        System.out.println();
        archive();
        wholeBuild();
        memory();
        new Resolving(maven, work).run();
        System.out.println();
    }

    private void archive() throws IOException, InterruptedException {
        Path lock = maven.project().resolve("pylock.toml");
        List<IndexFile> files = PylockReader.read(lock).select(PythonTarget.linux("3.12.0", "x86_64", 34));
        Indexes indexes = Indexes.open(IndexSettings.of(cache), id -> Optional.empty(), Transfers.SILENT);
        List<WheelFile> wheels = indexes.store().fetchAll(files);
        Path layer = work.resolve("layer.zip");
        Timing.Task ours = () -> LayerWriter.write(
                new LayerPlanner(Exclusions.NONE)
                        .wheels(SitePackages.FLAT, wheels)
                        .plan(),
                layer);
        Timing.medians(3, ours); // warm-up
        List<String> cat = new ArrayList<>(List.of("sh", "-c", "cat \"$@\" > all.bytes", "cat"));
        for (WheelFile wheel : wheels) {
            cat.add(copy(wheel).toString());
        }
        Path unpacked = unpack(layer, work.resolve("unpacked"));
        double[] seconds = Timing.medians(7, ours, () -> Timing.program(work, cat));
        System.out.printf(
                "archive: %.1f x the time of cat (%.3f s; cat %.3f s)%n",
                seconds[0] / seconds[1], seconds[0], seconds[1]);
        if (Timing.exists("zip")) {
            Path zip = work.resolve("zip.zip");
            double[] others = Timing.medians(3, ours, () -> {
                Files.deleteIfExists(zip);
                Timing.program(unpacked, List.of("zip", "-qrX", zip.toString(), "."));
            });
            line("archive: faster than zip of the folder", others[0], "zip", others[1]);
        } else {
            System.out.println("(no zip here to compare the archive with)");
        }
        for (WheelFile wheel : wheels) {
            wheel.close();
        }
    }

    /** The wheel under its own name, for cat. */
    private Path copy(WheelFile wheel) throws IOException {
        Path copy = work.resolve(wheel.filename().text());
        try (FileChannel out = FileChannel.open(
                copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            wheel.source().transferTo(0, wheel.source().size(), out);
        }
        return copy;
    }

    private void wholeBuild() throws IOException, InterruptedException {
        Timing.Task ours = () -> {
            delete(maven.project().resolve("target"));
            build(Map.of(), "lambda-layer:build");
        };
        Timing.Task unchanged = () -> build(Map.of(), "lambda-layer:build");
        Timing.Task empty = () -> build(Map.of(), "-q", "validate");
        double[] own = Timing.medians(3, ours, unchanged, empty);
        System.out.printf(
                "plugin's own time in a warm build: %.2f s; unchanged: %.2f s%n", own[0] - own[2], own[1] - own[2]);
        if (!Timing.exists("uv") || !Timing.exists("zip")) {
            System.out.println("(no uv or zip here to compare a whole build with)");
            return;
        }
        Path target = work.resolve("uv");
        Path zip = work.resolve("uv.zip");
        Timing.Task uv = () -> {
            delete(target);
            Files.deleteIfExists(zip);
            Timing.program(
                    maven.project(),
                    List.of(
                            "uv",
                            "pip",
                            "install",
                            "--target",
                            target.toString(),
                            "--only-binary",
                            ":all:",
                            "--python-platform",
                            "x86_64-manylinux_2_34",
                            "--python-version",
                            "3.12",
                            "-r",
                            "requirements.txt"));
            Timing.program(target, List.of("zip", "-qrX", zip.toString(), "."));
        };
        uv.run(); // fills its cache
        double[] seconds = Timing.medians(3, ours, uv);
        line(
                "warm build with a lock, Maven's start included: faster than uv and zip",
                seconds[0],
                "uv + zip",
                seconds[1]);
    }

    private void memory() throws IOException, InterruptedException {
        delete(maven.project().resolve("target"));
        build(Map.of("MAVEN_OPTS", "-Xmx96m"), "lambda-layer:build");
        System.out.println("warm build with -Xmx96m: passed");
    }

    private void build(Map<String, String> environment, String... goals) throws IOException, InterruptedException {
        int status = maven.run(environment, QUIET, goals);
        if (status != 0) {
            maven.run(environment, goals);
            throw new IOException("mvn " + String.join(" ", goals) + " failed with status " + status);
        }
    }

    private static void line(String what, double ours, String other, double others) {
        System.out.printf("%s by %.1f x (%.3f s; %s %.3f s)%n", what, others / ours, ours, other, others);
    }

    private static Path unpack(Path archive, Path folder) throws IOException {
        delete(folder);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(in, file);
            }
        }
        return folder;
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
