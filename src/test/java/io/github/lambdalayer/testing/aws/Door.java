package io.github.lambdalayer.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Takes requests in: records the call, lets its fault have its way, has it carried out, and sends the answer. */
final class Door implements HttpHandler {

    private final Account account;
    private final FaultScript faults = new FaultScript();
    private final List<Call> calls = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Door(Account account) {
        this.account = account;
    }

    FaultScript faults() {
        return faults;
    }

    List<Call> calls() {
        return calls;
    }

    /** Lets go of the answers that are held back. */
    void close() {
        closed.countDown();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.read(exchange);
            if (request.path().get(0).startsWith("_")) {
                send(exchange, controlled(request), Fault.Delivery.WHOLE);
                return;
            }
            Answer answer;
            synchronized (account) {
                answer = answer(request);
            }
            send(exchange, answer.reply, answer.delivery);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply controlled(Request request) throws IOException {
        synchronized (account) {
            try {
                return new ControlCalls(account, this, request).run();
            } catch (Refusal e) {
                return Reply.of(e, "lambda");
            }
        }
    }

    private record Answer(Reply reply, Fault.Delivery delivery) {}

    private Answer answer(Request request) {
        try {
            Operation operation = find(request);
            calls.add(new Call(
                    operation.name(),
                    request.region(),
                    operation.resource(),
                    recordedBody(request),
                    request.accessKey()));
            Fault fault = faults.next(operation.name(), request.region());
            return new Answer(run(operation, fault, request), fault.delivery());
        } catch (Refusal e) {
            return new Answer(Reply.of(e, request.service()), Fault.Delivery.WHOLE);
        }
    }

    private Reply run(Operation operation, Fault fault, Request request) {
        try {
            return fault.run(() -> {
                new Gate(account, request).check(operation);
                return operation.work().run();
            });
        } catch (Refusal e) {
            return Reply.of(e, request.service());
        }
    }

    private Operation find(Request request) {
        if (!request.isSigned()) {
            return unsigned(request);
        }
        return switch (request.service()) {
            case "lambda" -> new LambdaRoutes(account, request).find();
            case "s3" -> new S3Calls(account, request).find();
            case "sts" -> new StsCalls(account, request).find();
            case "codeartifact" -> new CodeArtifactCalls(request).find();
            default -> throw new Refusal(404, "UnknownOperationException", "no service " + request.service());
        };
    }

    /** What is asked by those who have something else than keys. */
    private Operation unsigned(Request request) {
        if (SsoCalls.isFor(request)) {
            return new SsoCalls(request).find();
        }
        if (request.form().containsKey("WebIdentityToken")) {
            return new StsCalls(account, request).find();
        }
        throw new Refusal(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    private static Map<String, Object> recordedBody(Request request) {
        return switch (request.service()) {
            case "s3" -> S3Calls.recorded(request);
            case "sts" -> new LinkedHashMap<>(request.form());
            default -> withoutZip(request.body().array());
        };
    }

    private static Map<String, Object> withoutZip(byte[] body) {
        try {
            Map<String, Object> json = Json.object(body);
            Map<String, Object> content = Json.object(json, "Content");
            if (content.containsKey("ZipFile")) {
                content.put("ZipFile", Json.string(content, "ZipFile").length() + " characters");
                json.put("Content", content);
            }
            return json;
        } catch (IOException e) {
            return Map.of();
        }
    }

    private void send(HttpExchange exchange, Reply reply, Fault.Delivery delivery)
            throws IOException, InterruptedException {
        if (delivery == Fault.Delivery.LATE) {
            closed.await();
        }
        if (delivery == Fault.Delivery.LOST || delivery == Fault.Delivery.LATE) {
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders()
                    .set("Content-Length", "" + reply.body().length());
        }
        boolean bodiless =
                reply.body().length() == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(
                reply.status(), bodiless ? -1 : reply.body().length());
        if (!bodiless) {
            OutputStream out = exchange.getResponseBody();
            int bytes = reply.body().length();
            out.write(reply.body().array(), 0, delivery == Fault.Delivery.CUT ? bytes / 2 : bytes);
            out.flush();
        }
    }
}
