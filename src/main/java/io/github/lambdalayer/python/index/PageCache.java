package io.github.lambdalayer.python.index;

import io.github.lambdalayer.python.name.PackageName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the pages of one index, already parsed. What cannot be read or written is as if it were not there. */
final class PageCache {

    private final CacheLayout layout;
    private final URI index;

    PageCache(CacheLayout layout, URI index) {
        this.layout = layout;
        this.index = index;
    }

    Optional<StoredPage> read(PackageName name) {
        Path file = layout.page(index, name);
        try {
            return Files.isRegularFile(file) ? PageCodec.decode(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(PackageName name, StoredPage page) {
        try {
            AtomicFile.write(layout.page(index, name), PageCodec.encode(page));
        } catch (IOException e) {
            // A cache that cannot be written is told of where it matters: when a wheel is to be kept.
        }
    }
}
