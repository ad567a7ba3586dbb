package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.name.PackageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the pages of one index, already parsed. What cannot be read or written is as if it were not there. */
final class PageCache {

    private final Path pages;

    PageCache(Path pages) {
        this.pages = pages;
    }

    Optional<StoredPage> read(PackageName name) {
        Path file = CacheLayout.page(pages, name);
        try {
            return Files.isRegularFile(file) ? PageFile.decode(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(PackageName name, StoredPage page) {
        WholeFile.note(CacheLayout.page(pages, name), PageFile.encode(page), WholeFile.SHARED_SUFFIX);
    }
}
