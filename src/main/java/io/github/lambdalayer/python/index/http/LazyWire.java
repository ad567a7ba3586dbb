package io.github.lambdalayer.python.index.http;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the real wire when the first request is sent; a build whose files are all in the cache never gets there. */
final class LazyWire implements Wire, AutoCloseable {

    private final Supplier<OkHttpWire> maker;
    private @Nullable OkHttpWire made;

    LazyWire(Supplier<OkHttpWire> maker) {
        this.maker = maker;
    }

    @Override
    public HttpAnswer send(Ask ask) throws IOException {
        return wire().send(ask);
    }

    private synchronized Wire wire() {
        OkHttpWire wire = made;
        if (wire == null) {
            wire = maker.get();
            made = wire;
        }
        return wire;
    }

    /** Ends the connections that nobody uses; the next request opens another one. */
    @Override
    public synchronized void close() {
        if (made != null) {
            made.close();
        }
    }
}
