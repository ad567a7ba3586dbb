package io.github.lambdalayer.testing.aws;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer of the service. */
record Reply(int status, Map<String, String> headers, Bytes body) {

    /** An answer of Lambda: {@code json(201, Map.of("Version", 1))}. */
    static Reply json(int status, Object body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), new Bytes(Json.bytes(body)));
    }

    /** An answer of STS or S3. */
    static Reply xml(int status, String body) {
        return new Reply(
                status, Map.of("Content-Type", "application/xml"), new Bytes(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** An answer that is only a status and headers. */
    static Reply empty(int status, Map<String, String> headers) {
        return new Reply(status, headers, Bytes.NONE);
    }

    /** A refusal as the service words it: JSON for Lambda, XML for STS and S3. */
    static Reply of(Refusal refusal, String service) {
        Reply reply = switch (service) {
            case "s3" -> xml(refusal.status(), error(refusal));
            case "sts" ->
                xml(refusal.status(), "<ErrorResponse>" + error(refusal) + "<RequestId>1</RequestId></ErrorResponse>");
            default ->
                json(refusal.status(), Map.of("Type", "User", "message", refusal.sentence()))
                        .with("x-amzn-ErrorType", refusal.code());
        };
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    private static String error(Refusal refusal) {
        return "<Error><Code>" + refusal.code() + "</Code><Message>" + Xml.escape(refusal.sentence())
                + "</Message></Error>";
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }
}
