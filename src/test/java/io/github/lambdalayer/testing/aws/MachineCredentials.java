package io.github.lambdalayer.testing.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What machines of AWS offer to the programs on them: the credentials of a container's task, and those of an instance of
 * EC2 in the second version of its service, which wants a token first.
 */
public final class MachineCredentials implements AutoCloseable {

    /** The secret key of both. */
    public static final String SECRET = "canary-machine-secret";

    /** The session's token of both. */
    public static final String SESSION_TOKEN = "canary-machine-session";

    /** What a container has to show. */
    public static final String CONTAINER_TOKEN = "canary-container-token";

    private static final String INSTANCE_TOKEN = "canary-instance-token";
    private static final String ROLE = "/latest/meta-data/iam/security-credentials/";

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private MachineCredentials() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public static MachineCredentials start() throws IOException {
        return new MachineCredentials();
    }

    /** The variables that a container finds. */
    public Map<String, String> ofContainer() {
        return Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                url() + "/container",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                CONTAINER_TOKEN);
    }

    /** The variables that lead to an instance's service. */
    public Map<String, String> ofInstance() {
        return Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", url(), "AWS_EC2_METADATA_DISABLED", "false");
    }

    /** The requests so far, as {@code GET /container}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        requests.add(request);
        String token = exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token");
        if (request.equals("GET /container")) {
            boolean isKnown =
                    CONTAINER_TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, isKnown ? 200 : 401, credentials("ASIACONTAINER"));
        } else if (request.equals("PUT /latest/api/token")) {
            answer(exchange, 200, INSTANCE_TOKEN);
        } else if (!INSTANCE_TOKEN.equals(token)) {
            answer(exchange, 401, "");
        } else if (request.equals("GET " + ROLE)) {
            answer(exchange, 200, "builder");
        } else {
            answer(exchange, request.equals("GET " + ROLE + "builder") ? 200 : 404, credentials("ASIAINSTANCE"));
        }
    }

    private static String credentials(String accessKey) {
        return """
                {"Code": "Success", "LastUpdated": "2026-01-01T00:00:00Z", "Type": "AWS-HMAC", "AccessKeyId": "%s",
                 "SecretAccessKey": "%s", "Token": "%s", "Expiration": "2099-01-01T00:00:00Z"}
                """.formatted(accessKey, SECRET, SESSION_TOKEN);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Aws-Ec2-Metadata-Token-Ttl-Seconds", "21600");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
