package io.github.lambdalayer.python.index.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request, without redirects: {@code GET https://pypi.org/simple/six/}.
 *
 * @param url http or https, without credentials
 * @param headers name → value; those that hold credentials are in {@code secrets}
 * @param secrets headers that must not reach another host
 * @param limit how long the whole exchange may take, its body included
 */
public record Ask(URI url, Map<String, String> headers, Map<String, String> secrets, Duration limit) {

    public Ask {
        headers = Map.copyOf(headers);
        secrets = Map.copyOf(secrets);
    }

    /** The same request at another address of the same server. */
    Ask at(URI other) {
        return new Ask(other, headers, secrets, limit);
    }

    /** The same request without anything secret. */
    Ask withoutSecrets() {
        return new Ask(url, headers, Map.of(), limit);
    }

    /** All headers that are sent. */
    Map<String, String> allHeaders() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(secrets);
        return all;
    }
}
