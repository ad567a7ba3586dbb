package io.github.lambdalayer.build;

import io.github.lambdalayer.python.index.Transfers;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Passes downloads on, and counts those that ended well. */
final class CountingTransfers implements Transfers {

    private final Transfers next;
    private final AtomicInteger files = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    CountingTransfers(Transfers next) {
        this.next = next;
    }

    /** How many files have arrived. */
    int files() {
        return files.get();
    }

    /** How long they are together. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public Transfer begin(String indexId, URI url, long length) {
        return new Counted(next.begin(indexId, url, length));
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

        private final Transfer shown;
        private final AtomicLong arrived = new AtomicLong();

        Counted(Transfer shown) {
            this.shown = shown;
        }

        @Override
        public void progressed(long delta) {
            arrived.addAndGet(delta);
            shown.progressed(delta);
        }

        @Override
        public void succeeded() {
            files.incrementAndGet();
            bytes.addAndGet(arrived.get());
            shown.succeeded();
        }

        @Override
        public void failed(Exception cause) {
            shown.failed(cause);
        }
    }
}
