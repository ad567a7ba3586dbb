package io.github.lambdalayer.testing.aws;

import java.util.Map;

/** What the service says instead of doing it: a status, an error code and the service's own sentence. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    Refusal(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    Refusal(int status, String code, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
    }

    /** A parameter that the service itself refuses: {@code InvalidParameterValueException}, 400. */
    static Refusal invalid(String message) {
        return new Refusal(400, "InvalidParameterValueException", message);
    }

    /** A breach of the API's model: {@code ValidationException}, 400. */
    static Refusal breach(String message) {
        return new Refusal(400, "ValidationException", message);
    }

    /** {@code ResourceNotFoundException}, 404. */
    static Refusal notFound(String message) {
        return new Refusal(404, "ResourceNotFoundException", message);
    }

    /** {@code AccessDeniedException}, 403, in AWS's words. */
    static Refusal denied(String user, String action, String resource, String because) {
        return new Refusal(
                403,
                "AccessDeniedException",
                "User: " + user + " is not authorized to perform: " + action + " on resource: " + resource + " because "
                        + because);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
