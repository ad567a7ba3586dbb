package io.github.lambdalayer.python.version;

/** White space around a version, as Python's {@code str.strip} sees it. */
final class Blanks {

    private Blanks() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** The index of the first character from {@code from} on that is not white space. */
    static int skip(String text, int from, int to) {
        int at = from;
        while (at < to && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The index behind the last character before {@code to} that is not white space. */
    static int skipBack(String text, int from, int to) {
        int at = to;
        while (at > from && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
