package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** METADATA by the server and the digest of its wheel: what was read from beside a wheel or from its end. */
final class CachedMetadata {

    private static final int CHECKSUM = Long.BYTES;

    private final CacheLayout layout;

    CachedMetadata(CacheLayout layout) {
        this.layout = layout;
    }

    /** What is kept of a wheel; what cannot be read is as if it were not there. */
    Optional<CoreMetadata> read(IndexFile file) {
        if (file.sha256().isEmpty()) {
            return Optional.empty();
        }
        Path path = layout.metadata(file);
        try {
            return Files.isRegularFile(path)
                    ? content(Files.readAllBytes(path)).map(c -> CoreMetadata.parse(c, file.toString()))
                    : Optional.empty();
        } catch (IOException | LayerException e) {
            return Optional.empty();
        }
    }

    /** A checksum goes before the content, so that a damaged file is not believed. */
    private static Optional<byte[]> content(byte[] stored) {
        if (stored.length <= CHECKSUM) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(stored, CHECKSUM, stored.length);
        return ByteBuffer.wrap(stored).getLong() == checksum(content) ? Optional.of(content) : Optional.empty();
    }

    private static long checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    void write(IndexFile file, byte[] metadata) {
        if (file.sha256().isEmpty()) {
            return;
        }
        ByteBuffer stored = ByteBuffer.allocate(CHECKSUM + metadata.length);
        stored.putLong(checksum(metadata)).put(metadata);
        WholeFile.note(layout.metadata(file), stored.array(), WholeFile.SHARED_SUFFIX);
    }

    /**
     * Compares what was believed with what is in the wheel, on everything that resolving rests on; what was not known
     * is kept from now on.
     *
     * @throws LayerException with {@link IndexProblem#METADATA_DIFFERS}; what was believed is then forgotten
     */
    void checkAgainst(IndexFile file, WheelFile wheel) throws IOException {
        CoreMetadata ofWheel = wheel.metadata();
        Optional<CoreMetadata> believed = read(file);
        if (believed.isEmpty()) {
            wheel.zip().entry(wheel.distInfo() + "/METADATA").ifPresent(e -> write(file, wheel.content(e)));
        } else if (!essence(believed.get()).equals(essence(ofWheel))) {
            Files.deleteIfExists(layout.metadata(file));
            throw differs(file, "that in the wheel");
        }
    }

    static LayerException differs(IndexFile file, String from) {
        return new LayerException(
                IndexProblem.METADATA_DIFFERS,
                "The metadata that index " + file.index() + " gives for " + file + " differs from " + from + ".",
                "do not trust this index, or tell those who run it");
    }

    private static Set<String> essence(CoreMetadata metadata) {
        Set<String> all =
                metadata.requiresDist().stream().map(r -> "requires " + r).collect(Collectors.toSet());
        metadata.providesExtra().forEach(e -> all.add("extra " + e));
        all.add("name " + metadata.name());
        all.add("version " + metadata.version());
        all.add("python " + metadata.requiresPython());
        return all;
    }
}
