package io.github.lambdalayer.python.index.http;

import io.github.lambdalayer.proxy.ProxySettings;
import java.io.IOException;
import java.util.List;

/** Sends one request and waits for the head of its answer: OkHttp, or a script in a test. */
@FunctionalInterface
public interface Wire {

    /** The real one, by way of these proxies; nothing is loaded before the first request. */
    static Wire by(List<ProxySettings> proxies) {
        return new LazyWire(() -> new OkHttpWire(proxies));
    }

    /** One exchange; redirects, retries and the meaning of a status are the caller's. The answer must be closed. */
    HttpAnswer send(Ask ask) throws IOException;
}
