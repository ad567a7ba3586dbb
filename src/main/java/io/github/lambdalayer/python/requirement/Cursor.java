package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.SyntaxFault;
import java.util.function.IntPredicate;

/** A text and the place up to which it was read. */
final class Cursor {

    static final char END = '\0';

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** The next character, {@link #END} after the last one. */
    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    boolean startsWith(String word) {
        return text.startsWith(word, at);
    }

    void skip(int characters) {
        at += characters;
    }

    /** Reads the character when it comes next. */
    boolean take(char c) {
        boolean found = !isAtEnd() && peek() == c;
        if (found) {
            at++;
        }
        return found;
    }

    /** Reads spaces and tabs, the only white space of PEP 508; tells whether there were any. */
    boolean skipBlanks() {
        return !takeWhile(c -> c == ' ' || c == '\t').isEmpty();
    }

    /** Reads as far as the characters are of a kind. */
    String takeWhile(IntPredicate kind) {
        int start = at;
        while (at < text.length() && kind.test(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** The character that many places further on; {@link #END} behind the last one. */
    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    SyntaxFault fault(String expected, String... hints) {
        return new SyntaxFault(at, expected, hints);
    }

    static boolean isAlnum(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
