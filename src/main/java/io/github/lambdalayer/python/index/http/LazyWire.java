package io.github.lambdalayer.python.index.http;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the real wire when the first request is sent; a build whose files are all in the cache never gets there. */
final class LazyWire implements Wire {

    private final Supplier<Wire> maker;
    private @Nullable Wire made;

    LazyWire(Supplier<Wire> maker) {
        this.maker = maker;
    }

    @Override
    public HttpAnswer send(Ask ask) throws IOException {
        return wire().send(ask);
    }

    private synchronized Wire wire() {
        Wire wire = made;
        if (wire == null) {
            wire = maker.get();
            made = wire;
        }
        return wire;
    }
}
