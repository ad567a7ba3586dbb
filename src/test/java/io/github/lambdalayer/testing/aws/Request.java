package io.github.lambdalayer.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request as it came in: path segments and query are decoded, names of headers are in lower case, and region and
 * service come from the signature's credential scope ({@code …/20260101/eu-west-1/lambda/aws4_request}).
 */
record Request(String method, List<String> path, Map<String, String> query, Map<String, String> headers, Bytes body) {

    static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        URI uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                segments(uri.getRawPath()),
                pairs(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
                headers,
                new Bytes(exchange.getRequestBody().readAllBytes()));
    }

    private static List<String> segments(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1))
                .skip(1)
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                pairs.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                pairs.put(decode(pair), "");
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A header's value, or an empty text. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** A parameter of the query, or an empty text. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** The body as a form, as STS gets it. */
    Map<String, String> form() {
        return pairs(new String(body.array(), StandardCharsets.UTF_8));
    }

    /** The part of the credential scope at {@code index}: 0 the access key, 2 the region, 3 the service; or empty. */
    private String scope(int index) {
        String marker = "Credential=";
        int start = header("authorization").indexOf(marker);
        if (start < 0) {
            return "";
        }
        String[] parts =
                header("authorization").substring(start + marker.length()).split("[/,]", 6);
        return index < parts.length ? parts[index] : "";
    }

    boolean isSigned() {
        return !scope(0).isEmpty();
    }

    String accessKey() {
        return scope(0);
    }

    String region() {
        return scope(2);
    }

    /** STS takes forms, also from those who have a token and no keys to sign with. */
    String service() {
        boolean isForm = header("content-type").startsWith("application/x-www-form-urlencoded");
        return isSigned() ? scope(3) : isForm ? "sts" : "";
    }
}
