package io.github.lambdalayer.layer;

import io.github.lambdalayer.elf.DebugSymbols;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.zip.RawEntry;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes libraries without what only debuggers read; each once, however often the layer is planned. */
final class Stripping {

    private final Map<RawEntry, Optional<Content>> stripped = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The smaller form of a wheel's file; empty when it is no library, or there is nothing to leave out. */
    Optional<Content> strip(WheelFile wheel, RawEntry entry) {
        String name = entry.name().substring(entry.name().lastIndexOf('/') + 1);
        if (!name.endsWith(".so") && !name.contains(".so.") && !entry.isExecutable()) {
            return Optional.empty();
        }
        Optional<Content> known = stripped.get(entry);
        if (known == null) {
            known = DebugSymbols.remove(wheel.content(entry))
                    .map(bytes -> Content.Packed.of(wheel.filename().text(), bytes, false));
            stripped.put(entry, known);
        }
        return known;
    }
}
