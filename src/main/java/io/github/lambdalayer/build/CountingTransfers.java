package io.github.lambdalayer.build;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.Transfers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Passes downloads on, and remembers those that ended well: resolving fetches some files too, and not all of them end up in
 * the layer.
 */
final class CountingTransfers implements Transfers {

    private final Transfers next;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

    CountingTransfers(Transfers next) {
        this.next = next;
    }

    /** How many of these files have arrived; the others were in the cache. */
    int files(List<IndexFile> files) {
        return (int) lengths(files).count();
    }

    /** How long those of these files are together that have arrived, in bytes. */
    long bytes(List<IndexFile> files) {
        return lengths(files).sum();
    }

    private LongStream lengths(List<IndexFile> files) {
        return files.stream()
                .map(file -> file.url().getPath())
                .filter(arrived::containsKey)
                .mapToLong(arrived::get);
    }

    @Override
    public Transfer begin(String indexId, URI url, long length) {
        return new Counted(url.getPath(), next.begin(indexId, url, length));
    }

    @Override
    public void note(String sentence) {
        next.note(sentence);
    }

    @Override
    public void warn(String sentence) {
        next.warn(sentence);
    }

    private final class Counted implements Transfer {

        private final String path;
        private final Transfer shown;
        private final AtomicLong bytes = new AtomicLong();

        Counted(String path, Transfer shown) {
            this.path = path;
            this.shown = shown;
        }

        @Override
        public void progressed(long delta) {
            bytes.addAndGet(delta);
            shown.progressed(delta);
        }

        @Override
        public void succeeded() {
            arrived.put(path, bytes.get());
            shown.succeeded();
        }

        @Override
        public void failed(Exception cause) {
            shown.failed(cause);
        }
    }
}
