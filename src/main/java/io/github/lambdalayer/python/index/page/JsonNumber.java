package io.github.lambdalayer.python.index.page;

/**
 * The form of a number in JSON.
 *
 * <pre>
 * number = ["-"] ("0" / digit1-9 *digit) ["." 1*digit] [("e" / "E") ["+" / "-"] 1*digit]
 * </pre>
 */
final class JsonNumber {

    private JsonNumber() {}

    static boolean isOne(String text) {
        int start = is(text, 0, "-") ? 1 : 0;
        int at = digits(text, start);
        if (at == start || (at > start + 1 && is(text, start, "0"))) {
            return false;
        }
        if (is(text, at, ".")) {
            int end = digits(text, at + 1);
            at = end == at + 1 ? -1 : end;
        }
        if (at >= 0 && is(text, at, "eE")) {
            int from = at + (is(text, at + 1, "+-") ? 2 : 1);
            int end = digits(text, from);
            at = end == from ? -1 : end;
        }
        return at == text.length();
    }

    private static boolean is(String text, int at, String oneOf) {
        return at < text.length() && oneOf.indexOf(text.charAt(at)) >= 0;
    }

    /** Where the digits end that begin here. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
