package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the libraries of a layer: each is inflated once, without being held, or taken from notes of an earlier build. */
final class Libraries {

    private final Notebook notebook;

    Libraries(Notebook notebook) {
        this.notebook = notebook;
    }

    /** All that can be read, in the order of the layer; what is broken by design, such as test data, is left out. */
    List<Library> of(AuditedLayer layer) {
        List<LayerEntry> candidates =
                layer.plan().entries().stream().filter(Libraries::isCandidate).toList();
        Map<String, List<LayerEntry>> byOrigin = candidates.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.content().origin(), LinkedHashMap::new, Collectors.toList()));
        Map<String, Library> byPath = new TreeMap<>();
        byOrigin.values().forEach(ofOne -> ofOne(ofOne).forEach(library -> byPath.put(library.path(), library)));
        return candidates.stream()
                .map(entry -> Optional.ofNullable(byPath.get(entry.path())))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Library> ofOne(List<LayerEntry> entries) {
        boolean noted =
                entries.stream().noneMatch(entry -> entry.content().digest().isEmpty());
        Notebook notes = noted ? notebook : Notebook.NONE;
        List<String> digests =
                entries.stream().map(entry -> entry.content().digest()).toList();
        Map<String, Optional<ElfFile>> known = notes.read(digests);
        if (known.keySet().containsAll(digests)) {
            return libraries(
                    entries, entry -> known.getOrDefault(entry.content().digest(), Optional.empty()));
        }
        Map<LayerEntry, Optional<ElfFile>> read =
                entries.parallelStream().collect(Collectors.toConcurrentMap(Function.identity(), Libraries::read));
        Map<String, Optional<ElfFile>> toNote = new TreeMap<>();
        read.forEach((entry, elf) -> toNote.put(entry.content().digest(), elf));
        notes.write(toNote);
        return libraries(entries, entry -> read.getOrDefault(entry, Optional.empty()));
    }

    private static List<Library> libraries(List<LayerEntry> entries, Function<LayerEntry, Optional<ElfFile>> elf) {
        return entries.stream()
                .map(entry -> elf.apply(entry).map(e -> new Library(entry, e)))
                .flatMap(Optional::stream)
                .toList();
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
        return !entry.isLink() && (FileName.of(entry.path()).isOfLibrary() || (entry.mode() & 0111) != 0);
    }

    private static Optional<ElfFile> read(LayerEntry entry) {
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
