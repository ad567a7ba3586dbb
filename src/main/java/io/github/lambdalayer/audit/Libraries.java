package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.IoReason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the libraries of a layer: each is inflated once, without being held. */
final class Libraries {

    private Libraries() {}

    /** All that can be read, in the order of the layer; what is broken by design, such as test data, is left out. */
    static List<Library> of(AuditedLayer layer) {
        List<LayerEntry> candidates =
                layer.plan().entries().stream().filter(Libraries::isCandidate).toList();
        return candidates.parallelStream()
                .map(Libraries::read)
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

    /** {@code x.so}, {@code libx.so.1}, and programs. */
    private static boolean isCandidate(LayerEntry entry) {
        String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        return name.endsWith(".so") || name.contains(".so.") || (entry.mode() & 0111) != 0;
    }

    private static Optional<Library> read(LayerEntry entry) {
        try (ByteSource bytes = entry.content().unpacked()) {
            return ElfFile.read(bytes::read, entry.path()).map(elf -> new Library(entry, elf));
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
