package io.github.lambdalayer.python.index.http;

import java.io.IOException;
import java.util.Map;

/** What is asked of a server, and what is made of its answer; may be tried several times. */
public interface Exchange<T> {

    /** The headers of the next attempt. */
    Map<String, String> headers();

    /**
     * Reads an answer of status 2xx, 304, 404, 405, 410, 416 or 501; what is thrown as an {@link IOException} leads to another
     * attempt.
     */
    T read(HttpAnswer answer) throws IOException;
}
