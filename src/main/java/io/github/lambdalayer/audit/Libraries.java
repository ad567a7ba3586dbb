package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.layer.Content;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;

/** Reads the libraries of a layer: each is inflated once, without being held, if it was not seen before or noted by an earlier build. */
final class Libraries {

    private final Notebook notebook;
    private final SeenLibraries seen;

    Libraries(Notebook notebook, SeenLibraries seen) {
        this.notebook = notebook;
        this.seen = seen;
    }

    /** All that can be read, in the order of the layer; what is broken by design, such as test data, is left out. */
    List<Library> of(AuditedLayer layer) {
        List<LayerEntry> candidates =
                layer.plan().entries().stream().filter(Libraries::isCandidate).toList();
        Map<String, Optional<ElfFile>> read = new HashMap<>();
        List<List<LayerEntry>> unknown = new ArrayList<>();
        for (List<LayerEntry> ofOne : byOrigin(candidates)) {
            List<String> digests = digests(ofOne);
            Map<String, Optional<ElfFile>> known = notes(ofOne).read(digests);
            if (known.keySet().containsAll(digests)) {
                ofOne.forEach(entry -> read.put(
                        entry.path(), known.getOrDefault(entry.content().digest(), Optional.empty())));
            } else {
                unknown.add(ofOne);
            }
        }
        read.putAll(readAll(unknown.stream().flatMap(List::stream).toList()));
        unknown.forEach(ofOne -> note(ofOne, read));
        return candidates.stream()
                .flatMap(entry -> read.getOrDefault(entry.path(), Optional.empty()).stream()
                        .map(elf -> new Library(entry, elf)))
                .toList();
    }

    private static Collection<List<LayerEntry>> byOrigin(List<LayerEntry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.content().origin(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static List<String> digests(List<LayerEntry> entries) {
        return entries.stream().map(entry -> entry.content().digest()).toList();
    }

    /** Own files have no digest by which anything could be noted of them, and what RECORD says in a zip nobody has checked. */
    private Notebook notes(List<LayerEntry> ofOne) {
        return ofOne.stream().anyMatch(entry -> entry.content() instanceof Content.Archived) ? Notebook.NONE : notebook;
    }

    private void note(List<LayerEntry> ofOne, Map<String, Optional<ElfFile>> read) {
        Map<String, Optional<ElfFile>> byDigest = new TreeMap<>();
        ofOne.forEach(
                entry -> byDigest.put(entry.content().digest(), read.getOrDefault(entry.path(), Optional.empty())));
        notes(ofOne).write(byDigest);
    }

    /** By path. Side by side, and one by one: a single library can take as long as all others of its wheel. */
    private Map<String, Optional<ElfFile>> readAll(List<LayerEntry> entries) {
        Map<String, Optional<ElfFile>> read = new ConcurrentHashMap<>();
        ForkJoinTask.invokeAll(entries.stream()
                .sorted(Comparator.comparingLong(
                        (LayerEntry entry) -> -entry.content().unzippedBytes()))
                .map(entry -> ForkJoinTask.adapt(() -> {
                    read.put(entry.path(), read(entry));
                }))
                .toList());
        return read;
    }

    /**
     * The begin of a sentence: {@code python/x.so of x-1.0-….whl needs}, or
     * {@code python/x.so and 3 more libraries of x-1.0-….whl need}.
     */
    static String told(List<Library> libraries, String one, String many) {
        int more = libraries.size() - 1;
        Library first = libraries.get(0);
        String others = more == 0 ? "" : " and " + more + (more == 1 ? " more library" : " more libraries");
        return first.path() + others + " of " + first.origin() + " " + (more == 0 ? one : many);
    }

    /** {@code x.so}, {@code libx.so.1}, {@code x.node}, and programs. */
    private static boolean isCandidate(LayerEntry entry) {
        return !entry.isLink() && isCandidate(entry.path(), (entry.mode() & 0111) != 0);
    }

    /** The same of a file of a wheel, before its place in the layer is known. */
    static boolean isCandidate(String path, boolean isExecutable) {
        return isExecutable || FileName.of(path).isOfLibrary();
    }

    private Optional<ElfFile> read(LayerEntry entry) {
        String digest = entry.content().digest();
        return seen.has(digest) ? seen.get(digest) : inflated(entry);
    }

    private static Optional<ElfFile> inflated(LayerEntry entry) {
        try (ByteSource bytes = entry.content().unpacked()) {
            return ElfFile.read(bytes::read, entry.path());
        } catch (LayerException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LayerException(
                    AuditProblem.UNREADABLE_LIBRARY,
                    entry.path() + " of " + entry.content().origin() + " cannot be read: " + IoReason.of(e) + ".",
                    List.of("run again"),
                    e);
        }
    }
}
