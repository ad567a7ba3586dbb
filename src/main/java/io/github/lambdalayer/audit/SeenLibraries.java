package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.ElfBytes;
import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.elf.FileEnds;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.WheelWatch;
import io.github.lambdalayer.zip.RawEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The libraries of wheels that this build fetched, read while they were verified. Safe for the threads that fetch.
 *
 * <pre>{@code
 * SeenLibraries seen = new SeenLibraries();
 * List<WheelFile> wheels = store.fetchAll(files, seen);
 * }</pre>
 */
public final class SeenLibraries implements WheelWatch {

    private final Map<String, Optional<ElfFile>> byDigest = new ConcurrentHashMap<>();

    @Override
    public OutputStream begin(RawEntry file, String digest) {
        return Libraries.isCandidate(file.name(), file.isExecutable())
                ? new FileEnds(file.unzippedBytes(), ends -> read(ends, file.name(), digest))
                : OutputStream.nullOutputStream();
    }

    private void read(ElfBytes ends, String name, String digest) {
        try {
            byDigest.put(digest, ElfFile.read(ends, name));
        } catch (LayerException e) {
            byDigest.put(digest, Optional.empty());
        } catch (IOException e) {
            // It has its tables elsewhere, and is read from the wheel when it is in the layer.
        }
    }

    boolean has(String digest) {
        return byDigest.containsKey(digest);
    }

    /** What was seen of a file that is here; empty when it is no library, or broken. */
    Optional<ElfFile> get(String digest) {
        return byDigest.getOrDefault(digest, Optional.empty());
    }
}
