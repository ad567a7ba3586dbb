package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a script, given instead of the usual one: {@code Reply.status(503).header("Retry-After", "1")}.
 */
public final class Reply {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /** Announced; -1 for none (chunked); other than the body's the connection is cut. */
    private final long length;

    private final @Nullable CountDownLatch gate;
    private final @Nullable CountDownLatch asked;

    private Reply(
            int status,
            Map<String, String> headers,
            byte[] body,
            long length,
            @Nullable CountDownLatch gate,
            @Nullable CountDownLatch asked) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.length = length;
        this.gate = gate;
        this.asked = asked;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    long length() {
        return length;
    }

    /** Tells that the request is here, and waits until the answer may go. */
    void await() throws InterruptedException {
        if (asked != null) {
            asked.countDown();
        }
        if (gate != null) {
            gate.await();
        }
    }

    /** A status with a short text. */
    public static Reply status(int status) {
        return of(status, "text/plain", ("status " + status).getBytes(UTF_8));
    }

    /** A body of a kind. */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body, body.length, null, null);
    }

    /** A page in JSON. */
    public static Reply json(String text) {
        return of(200, "application/vnd.pypi.simple.v1+json", text.getBytes(UTF_8));
    }

    public static Reply html(String text) {
        return of(200, "text/html; charset=utf-8", text.getBytes(UTF_8));
    }

    public static Reply redirect(int status, String location) {
        return status(status).header("Location", location);
    }

    /** The same with another status and body. */
    Reply with(int newStatus, byte[] newBody) {
        return new Reply(newStatus, headers, newBody, newBody.length, gate, asked);
    }

    /** The same with one more header. */
    public Reply header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Reply(status, Map.copyOf(all), body, length, gate, asked);
    }

    /** The same, announced longer than it is: the connection is closed before the end. */
    public Reply announcing(long bytes) {
        return new Reply(status, headers, body, bytes, gate, asked);
    }

    /** The same without a length, in chunks. */
    public Reply chunked() {
        return new Reply(status, headers, body, -1, gate, asked);
    }

    /** The same, held back until the gate opens. */
    public Reply heldUntil(CountDownLatch opens) {
        return new Reply(status, headers, body, length, opens, asked);
    }

    /** The same, counting down when its request has come. */
    public Reply whenAsked(CountDownLatch counted) {
        return new Reply(status, headers, body, length, gate, counted);
    }
}
