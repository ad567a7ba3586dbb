package io.github.lambdalayer.build;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.layer.ZipSums;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The sums that a zip had when this machine made it before, for example {@code 31337123 1a2b3c4d 9f86d0…}, in a file of the
 * cache that is named by what the zip is made of: a build after {@code mvn clean} writes the same bytes, and need not digest
 * them again.
 */
final class KnownZip {

    private final Path file;
    private final Optional<ZipSums> sums;

    private KnownZip(Path file) {
        this.file = file;
        this.sums = read(file);
    }

    /** What is known of a zip that is made of these. */
    static KnownZip of(LayerSpec spec, String inputs, List<IndexFile> wheels) {
        StringBuilder key = new StringBuilder(inputs);
        wheels.forEach(
                wheel -> key.append('\n').append(wheel.filename()).append(' ').append(wheel.sha256()));
        return new KnownZip(new CacheLayout(spec.indexes().cacheDirectory())
                .zip(Sha256.of(key.toString().getBytes(UTF_8))));
    }

    /** The sums that it had; empty when it was not made here, or nobody knows any more. */
    Optional<ZipSums> sums() {
        return sums;
    }

    private static Optional<ZipSums> read(Path file) {
        try {
            return Files.isRegularFile(file) ? parse(Files.readString(file, US_ASCII)) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZipSums> parse(String text) {
        String[] words = text.split(" ", -1);
        return words.length == 3 && Sha256.isDigest(words[2])
                ? Optional.of(new ZipSums(Long.parseLong(words[0]), Long.parseLong(words[1], 16), words[2]))
                : Optional.empty();
    }

    /** Keeps the sums that it has now. */
    void note(ZipSums now) {
        if (sums.equals(Optional.of(now))) {
            return;
        }
        String text = now.bytes() + " " + Long.toHexString(now.crc32()) + " " + now.sha256();
        WholeFile.note(file, text.getBytes(US_ASCII), WholeFile.SHARED_SUFFIX);
    }
}
