package io.github.lambdalayer.python.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads RECORD: comma-separated values with a path, a digest and a size in each row. */
final class WheelRecord {

    private static final int MAX_FIELD = 4096;

    private final String text;
    private final String origin;
    private final List<RecordRow> rows = new ArrayList<>();
    private int at;

    private WheelRecord(String text, String origin) {
        this.text = text;
        this.origin = origin;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /**
     * The rows in their order.
     *
     * <pre>
     * record = *( row ( LF / CR LF ) )
     * row    = field "," field "," field
     * field  = *( any but "," CR LF DQUOTE ) / DQUOTE *( any but DQUOTE / DQUOTE DQUOTE ) DQUOTE
     * </pre>
     */
    static List<RecordRow> parse(byte[] record, String origin) {
        WheelRecord reader = new WheelRecord(new String(record, UTF_8), origin);
        while (reader.at < reader.text.length()) {
            reader.row();
        }
        return List.copyOf(reader.rows);
    }

    private void row() {
        List<String> fields = new ArrayList<>(3);
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        endOfLine();
        if (fields.equals(List.of(""))) {
            return; // an empty line
        }
        if (fields.size() != 3) {
            throw bad("has " + fields.size() + " fields instead of three.");
        }
        rows.add(row(fields.get(0), fields.get(1), fields.get(2)));
    }

    private RecordRow row(String path, String digest, String size) {
        int equals = digest.indexOf('=');
        if (!digest.isEmpty() && equals < 1) {
            throw bad("has the digest \"" + Printable.name(digest) + "\", which names no algorithm.");
        }
        String algorithm = digest.isEmpty() ? "" : digest.substring(0, equals);
        return new RecordRow(path, algorithm, digest.substring(equals + 1), bytes(size));
    }

    private OptionalLong bytes(String size) {
        if (size.isEmpty()) {
            return OptionalLong.empty();
        }
        if (size.length() > 18 || !size.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw bad("has the size \"" + Printable.name(size) + "\", which is no number.");
        }
        return OptionalLong.of(Long.parseLong(size));
    }

    private String field() {
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return checked(text.substring(start, at));
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append(text.charAt(at++));
            } else {
                return checked(field.toString());
            }
        }
        throw bad("has a quotation mark that is never closed.");
    }

    private String checked(String field) {
        if (field.length() > MAX_FIELD) {
            throw bad("has a field of " + field.length() + " characters.");
        }
        return field;
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) != '\n') {
            throw bad("has something behind a field that is neither a comma nor a line break.");
        }
        at++;
    }

    private LayerException bad(String sentence) {
        return new LayerException(
                WheelProblem.BAD_RECORD,
                Printable.name(origin) + ": row " + (rows.size() + 1) + " of RECORD " + sentence);
    }
}
