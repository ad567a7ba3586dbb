package io.github.lambdalayer.interpreter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The runtime API of AWS Lambda for one invocation, on the loopback interface: {@code next} gives the event once and then
 * keeps whoever asks waiting, and the first answer counts (AWS, "Using the Lambda runtime API").
 */
final class RuntimeApi implements AutoCloseable {

    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final int MAX_ANSWER = 6 << 20;

    /** What the handler answered; {@code failed} when it is the description of a fault. */
    record Answer(boolean failed, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final AtomicBoolean given = new AtomicBoolean();
    private final String event;
    private final Duration limit;

    private RuntimeApi(HttpServer server, String event, Duration limit) {
        this.server = server;
        this.event = event;
        this.limit = limit;
    }

    static RuntimeApi open(String event, Duration limit) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeApi api = new RuntimeApi(server, event, limit);
        server.createContext(PREFIX, api::handle);
        server.setExecutor(api.threads);
        server.start();
        return api;
    }

    /** As the variable {@code AWS_LAMBDA_RUNTIME_API} has it, for example {@code 127.0.0.1:40123}. */
    String address() {
        return address(server.getAddress());
    }

    /** An address of IPv6 stands in brackets, so that its end is not taken for a port: {@code [0:0:0:0:0:0:0:1]:40123}. */
    static String address(InetSocketAddress socket) {
        String host = socket.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + socket.getPort();
    }

    /** The answer, once there is one; empty when none has come within the time. */
    Optional<Answer> await(Duration time) throws InterruptedException {
        try {
            return Optional.of(answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String what = exchange.getRequestURI().getPath().substring(PREFIX.length());
            byte[] body = exchange.getRequestBody().readNBytes(MAX_ANSWER);
            if (what.equals("invocation/next")) {
                next(exchange);
            } else {
                boolean failed = what.endsWith("/error");
                answer.complete(new Answer(failed, new String(body, UTF_8)));
                send(exchange, 202, "{\"status\":\"OK\"}");
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        if (given.getAndSet(true)) {
            answer.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(e -> new Answer(true, ""))
                    .join();
            return; // Whoever asks for a second event is stopped.
        }
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", ID);
        exchange.getResponseHeaders()
                .add(
                        "Lambda-Runtime-Deadline-Ms",
                        Long.toString(Instant.now().plus(limit).toEpochMilli()));
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:check");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        send(exchange, 200, event);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
