package io.github.lambdalayer.python.index.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered; the body is still on its way.
 *
 * @param url who answered, after all redirects
 * @param status for example 200
 * @param headers with names in lower case
 * @param body decoded from gzip, not limited
 */
public record HttpAnswer(URI url, int status, Map<String, String> headers, InputStream body) implements Closeable {

    /** A header, for example {@code header("ETag")}. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * A header that is sent back with the next request, such as {@code ETag}; empty also when it holds what no request may
     * (RFC 9110, 5.5), which nobody can send back.
     */
    public Optional<String> echo(String name) {
        return header(name).filter(value -> value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~')));
    }

    /** How many bytes were announced, or -1. */
    long bytes() {
        return header("Content-Length").map(HttpAnswer::number).orElse(-1L);
    }

    /** The content type in lower case, without its parameters: {@code text/html}; or "". */
    public String contentType() {
        String text = header("Content-Type").orElse("");
        int end = text.indexOf(';');
        return (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** A number of at most 18 digits, else -1. */
    public static long number(String text) {
        long number = text.isEmpty() || text.length() > 18 ? -1 : 0;
        for (int i = 0; i < text.length() && number >= 0; i++) {
            char c = text.charAt(i);
            number = c >= '0' && c <= '9' ? 10 * number + (c - '0') : -1;
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
