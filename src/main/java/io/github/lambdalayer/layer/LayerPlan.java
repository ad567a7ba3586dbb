package io.github.lambdalayer.layer;

import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.zip.ZipWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A layer before a byte of it is written.
 *
 * @param entries its files, each path once, sorted by their bytes in UTF-8
 * @param collisions files that are not in it, because another one has their place
 * @param packages what each wheel adds, sorted by file name
 * @param wheels the wheels themselves, in the order of {@code packages}; whoever opened them closes them
 * @param saved unpacked bytes that are not in it, by what left them out, for example {@code tests}
 */
public record LayerPlan(
        List<LayerEntry> entries,
        List<Collision> collisions,
        List<PlannedPackage> packages,
        List<WheelFile> wheels,
        Map<String, Long> saved) {

    /** A plan that leaves nothing out. */
    public LayerPlan(
            List<LayerEntry> entries,
            List<Collision> collisions,
            List<PlannedPackage> packages,
            List<WheelFile> wheels) {
        this(entries, collisions, packages, wheels, Map.of());
    }

    /** Keeps copies of the lists. */
    public LayerPlan {
        entries = List.copyOf(entries);
        collisions = List.copyOf(collisions);
        packages = List.copyOf(packages);
        wheels = List.copyOf(wheels);
        saved = new TreeMap<>(saved);
    }

    /** Files of wheels that are for their owner alone there, and for all in the layer. */
    public List<LayerEntry> widened() {
        return entries.stream()
                .filter(entry -> entry.content() instanceof Content.Copied copied
                        && copied.entry().isForItsOwner())
                .toList();
    }

    /** What the layer takes of the 250 MB that a function may have, in bytes. */
    public long unzippedBytes() {
        return entries.stream().mapToLong(e -> e.content().unzippedBytes()).sum();
    }

    /** The exact size of the zip, in bytes. */
    public long zippedBytes() {
        return ZipWriter.EMPTY_BYTES
                + entries.stream()
                        .mapToLong(
                                e -> ZipWriter.overhead(e.path()) + e.content().zippedBytes())
                        .sum();
    }
}
