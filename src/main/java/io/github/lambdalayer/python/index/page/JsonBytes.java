package io.github.lambdalayer.python.index.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a JSON text (RFC 8259) in UTF-8, as they come. Made for pages of an index: nearly all their texts are
 * plain ASCII and their keys are few, so that neither costs more than one look at each byte.
 */
final class JsonBytes {

    /** Stands for the end of the stream. */
    static final int END = -1;

    private static final int FIRST_BUFFER = 16 << 10;
    private static final int LARGEST_BUFFER = 1 << 20;
    private static final int LONGEST_NUMBER = 50;
    private static final int KEYS = 64;

    private final InputStream in;
    private final @Nullable String[] keys = new @Nullable String[KEYS];
    private byte[] buffer = new byte[FIRST_BUFFER];

    /** Where the token begins that is being read, where the next byte is, and where those end that are here. */
    private int start;

    private int at;
    private int end;

    JsonBytes(InputStream in) {
        this.in = in;
    }

    /** The byte with which the next token begins, or {@link #END}; it is not taken. */
    int peek() throws IOException {
        while (hasNext()) {
            byte b = buffer[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xFF;
            }
            at++;
            start = at;
        }
        return END;
    }

    /** Takes the next token, which is of one byte. */
    int take() throws IOException {
        int next = peek();
        if (next == END) {
            throw new JsonFault(JsonFault.TOO_EARLY);
        }
        at++;
        start = at;
        return next;
    }

    /** Takes a word such as {@code true}. */
    void word(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (next() != word.charAt(i)) {
                throw new JsonFault(JsonFault.NOT_JSON);
            }
        }
        start = at;
    }

    /** Takes a number as it is written. */
    String number() throws IOException {
        start = at;
        while (hasNext() && isOfNumber(buffer[at])) {
            at++;
            if (at - start > LONGEST_NUMBER) {
                throw new JsonFault(JsonFault.TOO_LONG);
            }
        }
        String number = new String(buffer, start, at - start, ISO_8859_1);
        if (!JsonNumber.isOne(number)) {
            throw new JsonFault(JsonFault.NOT_JSON);
        }
        return number;
    }

    private static boolean isOfNumber(byte b) {
        return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
    }

    /** Takes a key, whose quotation mark is next; the same key is mostly the same object. */
    String key() throws IOException {
        boolean isPlain = scanText();
        int length = at - 1 - start;
        if (!isPlain) {
            return decoded();
        }
        int hash = 0;
        for (int i = start; i < at - 1; i++) {
            hash = 31 * hash + buffer[i];
        }
        int place = hash & (KEYS - 1);
        String known = keys[place];
        if (known == null || known.hashCode() != hash || !isHere(known)) {
            known = new String(buffer, start, length, ISO_8859_1);
            keys[place] = known;
        }
        return known;
    }

    private boolean isHere(String known) {
        if (known.length() != at - 1 - start) {
            return false;
        }
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != buffer[start + i]) {
                return false;
            }
        }
        return true;
    }

    /** Takes a text, whose quotation mark is next. */
    String text() throws IOException {
        return scanText() ? new String(buffer, start, at - 1 - start, ISO_8859_1) : decoded();
    }

    /** Goes behind the text's second mark, with {@link #start} behind its first; whether all of it is plain ASCII. */
    private boolean scanText() throws IOException {
        at++;
        start = at;
        boolean isPlain = true;
        while (true) {
            skipPlain();
            byte b = next();
            if (b == '"') {
                return isPlain;
            }
            if (b == '\\') {
                next();
            } else if (b >= 0 && b < ' ') {
                throw new JsonFault(JsonFault.NOT_JSON);
            }
            isPlain &= b >= ' ' && b != '\\';
        }
    }

    /** Goes to the next byte that may be more than itself, or to the last that is here. */
    private void skipPlain() {
        int i = at;
        while (i < end && buffer[i] >= ' ' && buffer[i] != '"' && buffer[i] != '\\') {
            i++;
        }
        at = i;
    }

    private String decoded() throws JsonFault {
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(buffer, start, at - 1 - start))
                    .toString();
            return text.indexOf('\\') < 0 ? text : unescaped(text);
        } catch (CharacterCodingException e) {
            throw new JsonFault(JsonFault.NOT_JSON);
        }
    }

    /** Behind each backslash stands something, else the text would not have ended there. */
    private static String unescaped(String text) throws JsonFault {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int slash = text.indexOf('\\'); slash >= 0; slash = text.indexOf('\\', from)) {
            out.append(text, from, slash);
            boolean isCode = text.charAt(slash + 1) == 'u';
            out.append(isCode ? hex(text, slash + 2) : escape(text.charAt(slash + 1)));
            from = slash + (isCode ? 6 : 2);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static char escape(char c) throws JsonFault {
        int place = "\"\\/bfnrt".indexOf(c);
        if (place < 0) {
            throw new JsonFault(JsonFault.NOT_JSON);
        }
        return "\"\\/\b\f\n\r\t".charAt(place);
    }

    private static char hex(String text, int from) throws JsonFault {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < text.length() && text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new JsonFault(JsonFault.NOT_JSON);
            }
            value = 16 * value + digit;
        }
        return (char) value;
    }

    private byte next() throws IOException {
        if (!hasNext()) {
            throw new JsonFault(JsonFault.TOO_EARLY);
        }
        return buffer[at++];
    }

    /** Whether there is another byte; what is here of the token stays here. */
    private boolean hasNext() throws IOException {
        return at < end || fill();
    }

    private boolean fill() throws IOException {
        int length = end - start;
        if (length == buffer.length) {
            if (length == LARGEST_BUFFER) {
                throw new JsonFault(JsonFault.TOO_LONG);
            }
            buffer = Arrays.copyOf(buffer, 2 * length);
        } else {
            System.arraycopy(buffer, start, buffer, 0, length);
            at -= start;
            start = 0;
            end = length;
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }
}
