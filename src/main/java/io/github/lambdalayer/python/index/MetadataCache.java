package io.github.lambdalayer.python.index;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** METADATA by the digest of its wheel: what was read from beside a wheel or from its end. */
final class MetadataCache {

    private static final int LINE = 65;

    private final CacheLayout layout;

    MetadataCache(CacheLayout layout) {
        this.layout = layout;
    }

    /** What is kept of a wheel; what cannot be read is as if it were not there. */
    Optional<CoreMetadata> read(IndexFile file) {
        if (file.sha256().isEmpty()) {
            return Optional.empty();
        }
        Path path = layout.metadata(file.sha256());
        try {
            return Files.isRegularFile(path)
                    ? content(Files.readAllBytes(path)).map(c -> CoreMetadata.parse(c, file.toString()))
                    : Optional.empty();
        } catch (IOException | LayerException e) {
            return Optional.empty();
        }
    }

    /** A line with the digest goes before the content, so that a damaged file is not believed. */
    private static Optional<byte[]> content(byte[] stored) {
        if (stored.length <= LINE) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(stored, LINE, stored.length);
        return Arrays.equals(line(content), Arrays.copyOf(stored, LINE)) ? Optional.of(content) : Optional.empty();
    }

    private static byte[] line(byte[] content) {
        return (Sha256.of(content) + "\n").getBytes(US_ASCII);
    }

    void write(IndexFile file, byte[] metadata) {
        if (file.sha256().isEmpty()) {
            return;
        }
        try {
            byte[] line = line(metadata);
            byte[] stored = Arrays.copyOf(line, line.length + metadata.length);
            System.arraycopy(metadata, 0, stored, line.length, metadata.length);
            AtomicFile.write(layout.metadata(file.sha256()), stored);
        } catch (IOException e) {
            // A cache that cannot be written is told of where it matters: when a wheel is to be kept.
        }
    }

    /**
     * Compares what was believed with what is in the wheel, on everything that resolving rests on.
     *
     * @throws LayerException with {@link IndexProblem#METADATA_DIFFERS}; what was believed is then forgotten
     */
    void checkAgainst(IndexFile file, CoreMetadata ofWheel) throws IOException {
        Optional<CoreMetadata> believed = read(file);
        if (believed.isPresent() && !essence(believed.get()).equals(essence(ofWheel))) {
            Files.deleteIfExists(layout.metadata(file.sha256()));
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
