package io.github.lambdalayer.python.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines of METADATA and WHEEL, which are written as in an e-mail: {@code Key: value}, a value goes on in lines that
 * begin with a blank, an empty line ends it all. Keys have no case and may occur often.
 */
final class MailHeaders {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private MailHeaders() {}

    static MailHeaders parse(byte[] text) {
        MailHeaders headers = new MailHeaders();
        StringBuilder current = new StringBuilder();
        String all = new String(text, UTF_8);
        int at = all.startsWith("\uFEFF") ? 1 : 0;
        while (at < all.length()) {
            int end = all.indexOf('\n', at);
            String line = all.substring(at, end < 0 ? all.length() : end);
            at = end < 0 ? all.length() : end + 1;
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                current.append('\n').append(line);
            } else {
                headers.add(current);
                current.append(line);
            }
        }
        headers.add(current);
        return headers;
    }

    private void add(StringBuilder line) {
        int colon = line.indexOf(":");
        if (colon > 0) {
            String key = line.substring(0, colon).toLowerCase(Locale.ROOT);
            values.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        line.setLength(0);
    }

    /** Every value of the key, in order. */
    List<String> all(String key) {
        return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }

    /** The first value of the key, or nothing. */
    String first(String key) {
        List<String> found = all(key);
        return found.isEmpty() ? "" : found.get(0);
    }
}
