package io.github.lambdalayer.python.index.http;

import java.io.IOException;

/** Sends one request and waits for the head of its answer: OkHttp, or a script in a test. */
@FunctionalInterface
public interface Wire {

    /** One exchange; redirects, retries and the meaning of a status are the caller's. The answer must be closed. */
    HttpAnswer send(Ask ask) throws IOException;
}
