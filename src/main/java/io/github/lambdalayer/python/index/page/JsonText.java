package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.problem.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) value by value, and knows where it is when something is wrong.
 *
 * <pre>{@code
 * json.object(key -> {
 *     if (key.equals("name")) { name = json.text(); } else { json.skip(); }
 * });
 * }</pre>
 *
 * <p>Every method fails with a {@link JsonFault} when something else comes than what it reads.
 */
final class JsonText {

    /** Reads the value of one key. */
    @FunctionalInterface
    interface Member {
        void read(String key) throws IOException;
    }

    /** Reads one value of an array. */
    @FunctionalInterface
    interface Element {
        void read() throws IOException;
    }

    private static final int DEEPEST = 50;
    private static final int LONGEST_STEP = 60;

    private final JsonBytes bytes;

    /** The way to the present value: keys of objects, null in arrays, and places in those. */
    private final @Nullable String[] names = new @Nullable String[DEEPEST];

    private final int[] places = new int[DEEPEST];
    private int depth;

    JsonText(InputStream in) {
        this.bytes = new JsonBytes(in);
    }

    /** Where the present value is: {@code /files/0/url}; "" for the whole. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            if (names[i] != null || places[i] >= 0) {
                path.append('/').append(step(names[i], places[i]));
            }
        }
        return path.toString();
    }

    /** Keys are the server's words: of a long one the beginning, and nothing of them begins a line. */
    private static String step(@Nullable String name, int place) {
        if (name == null) {
            return String.valueOf(place);
        }
        return Printable.name(name.length() <= LONGEST_STEP ? name : name.substring(0, LONGEST_STEP) + "…");
    }

    /** Reads an object, key by key; none may come twice. */
    void object(Member member) throws IOException {
        begin('{', "an object");
        Set<String> seen = new HashSet<>();
        for (boolean more = !isEmpty('}'); more; more = goesOn('}')) {
            require(bytes.peek() == '"', JsonFault.NOT_JSON);
            String key = bytes.key();
            names[depth - 1] = key;
            require(seen.add(key), "a key comes twice");
            require(bytes.take() == ':', JsonFault.NOT_JSON);
            member.read(key);
        }
        depth--;
    }

    /** Reads an array, value by value. */
    void array(Element element) throws IOException {
        begin('[', "an array");
        for (boolean more = !isEmpty(']'); more; more = goesOn(']')) {
            places[depth - 1]++;
            element.read();
        }
        depth--;
    }

    private void begin(char mark, String name) throws IOException {
        expect(mark, name);
        require(depth < DEEPEST, JsonFault.TOO_LONG);
        bytes.take();
        names[depth] = null;
        places[depth] = -1;
        depth++;
    }

    private boolean isEmpty(char end) throws IOException {
        return bytes.peek() == end && bytes.take() == end;
    }

    private boolean goesOn(char end) throws IOException {
        int next = bytes.take();
        require(next == ',' || next == end, JsonFault.NOT_JSON);
        return next == ',';
    }

    /** The character with which the next value begins; a space when there is none. */
    char kind() throws IOException {
        int next = bytes.peek();
        require(next == JsonBytes.END || "{[\"tfn-0123456789".indexOf(next) >= 0, JsonFault.NOT_JSON);
        return next == JsonBytes.END ? ' ' : (char) next;
    }

    private void expect(char mark, String name) throws IOException {
        if (kind() != mark) {
            throw new JsonFault(name + " was expected");
        }
    }

    String text() throws IOException {
        expect('"', "text");
        return bytes.text();
    }

    /** A text, or "" for null. */
    String textOrNull() throws IOException {
        return isNull() ? "" : text();
    }

    /** Whether null is next, which is taken then. */
    boolean isNull() throws IOException {
        if (kind() != 'n') {
            return false;
        }
        bytes.word("null");
        return true;
    }

    /** True or false. */
    boolean flag() throws IOException {
        boolean isTrue = kind() == 't';
        bytes.word(isTrue ? "true" : "false");
        return isTrue;
    }

    /** A number as it is written. */
    String number() throws IOException {
        char first = kind();
        require(first == '-' || (first >= '0' && first <= '9'), "a number was expected");
        return bytes.number();
    }

    /** Reads whatever is next. */
    void skip() throws IOException {
        switch (kind()) {
            case '{' -> object(key -> skip());
            case '[' -> array(this::skip);
            case '"' -> text();
            case 'n' -> isNull();
            case 't', 'f' -> flag();
            default -> number();
        }
    }

    /** Fails when anything but blanks follows. */
    void end() throws IOException {
        require(bytes.peek() == JsonBytes.END, "something follows the end");
    }

    private static void require(boolean holds, String what) throws JsonFault {
        if (!holds) {
            throw new JsonFault(what);
        }
    }
}
