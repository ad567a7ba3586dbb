package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.benchmark.Results.Bar;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.LayerWriter;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.lock.LockChoice;
import io.github.lambdalayer.python.lock.PylockReader;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The step from wheels in the cache to the zip on disk, inside this process. */
final class Archive {

    private static final int ROUNDS = 7;
    private static final int ROUNDS_OF_OTHERS = 3;

    private final Path cache;
    private final Path work;
    private final Results results;

    Archive(Path cache, Path work, Results results) {
        this.cache = cache;
        this.work = work;
        this.results = results;
    }

    /** Measures with the wheels of a lock; as many times the time of cat are aimed for at most. */
    void run(String set, Path lock, double aim) throws IOException, InterruptedException {
        List<IndexFile> files =
                PylockReader.read(lock).select(LockChoice.of(PythonTarget.linux("3.12.0", "x86_64", 34)));
        Indexes indexes =
                Indexes.open(IndexSettings.of(cache), id -> Optional.empty(), Transfers.SILENT, new Connections());
        List<WheelFile> wheels = indexes.store().fetchAll(files);
        try {
            run(set, wheels, aim);
        } finally {
            for (WheelFile wheel : wheels) {
                wheel.close();
            }
        }
    }

    private void run(String set, List<WheelFile> wheels, double aim) throws IOException, InterruptedException {
        Path layer = work.resolve("layer.zip");
        Timing.Task ours = () -> LayerWriter.write(
                new LayerPlanner(Exclusions.NONE)
                        .wheels(SitePackages.FLAT, wheels)
                        .plan(),
                layer);
        Timing.medians(ROUNDS_OF_OTHERS, ours); // warm-up
        List<String> cat = new ArrayList<>(List.of("sh", "-c", "cat \"$@\" > all.bytes", "cat"));
        for (WheelFile wheel : wheels) {
            cat.add(copy(wheel).toString());
        }
        double[] seconds = Timing.medians(ROUNDS, ours, () -> Timing.program(work, cat));
        results.within(set + ", archive", aim, new Bar("lambda-layer", seconds[0]), new Bar("cat", seconds[1]));
        Path unpacked = unpack(layer, work.resolve("unpacked"));
        double[] others = Timing.medians(ROUNDS_OF_OTHERS, ours, () -> Peers.zip(unpacked, work.resolve("folder.zip")));
        results.faster(set + ", archive", 40, new Bar("lambda-layer", others[0]), new Bar("zip", others[1]));
        results.compare(
                set + ": wheels to zip",
                new Bar("lambda-layer", seconds[0]),
                new Bar("cat (nothing but copying)", seconds[1]),
                new Bar("zip of the folder", others[1]));
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

    private static Path unpack(Path archive, Path folder) throws IOException {
        Benchmark.delete(folder);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(in, file);
            }
        }
        return folder;
    }
}
