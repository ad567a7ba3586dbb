package io.github.lambdalayer.python.index.http;

import io.github.lambdalayer.proxy.ProxySettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The wires of one run, so that its layers share connections. Closing ends those that are idle: a thread of OkHttp sits in the
 * read of each, and a JVM that exits waits 0.3 s for such threads.
 */
public final class Connections implements AutoCloseable {

    private final Map<List<ProxySettings>, LazyWire> wires = new ConcurrentHashMap<>();

    /** The wire by way of these proxies; nothing is loaded before its first request. */
    public Wire by(List<ProxySettings> proxies) {
        return wires.computeIfAbsent(List.copyOf(proxies), all -> new LazyWire(() -> new OkHttpWire(all)));
    }

    @Override
    public void close() {
        wires.values().forEach(LazyWire::close);
    }
}
