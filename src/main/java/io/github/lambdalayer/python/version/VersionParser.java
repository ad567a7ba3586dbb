package io.github.lambdalayer.python.version;

import io.github.lambdalayer.problem.SyntaxFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one version (PEP 440, appendix B) from the front to the back, without going back. */
final class VersionParser {

    static final int MAX_LENGTH = 256;

    private final String text;
    private final int end;
    private int at;

    VersionParser(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /**
     * Reads the whole text.
     *
     * <pre>
     * version = [ "v" ] [ digits "!" ] release [ pre ] [ post ] [ dev ] [ "+" local ]
     * release = digits *( "." digits )
     * pre     = [ sep ] ( "alpha" / "a" / "beta" / "b" / "preview" / "pre" / "c" / "rc" ) [ sep ] [ digits ]
     * post    = "-" digits / [ sep ] ( "post" / "rev" / "r" ) [ sep ] [ digits ]
     * dev     = [ sep ] "dev" [ sep ] [ digits ]
     * local   = alnum *( sep alnum )
     * sep     = "-" / "_" / "."
     * </pre>
     *
     * @throws SyntaxFault with the column in the whole text
     */
    VersionParts parse() {
        if (end - at > MAX_LENGTH) {
            throw new SyntaxFault(at + MAX_LENGTH, "the version is longer than " + MAX_LENGTH + " characters");
        }
        word("v");
        String epoch = epoch();
        List<String> release = release();
        if (at == end) {
            return new VersionParts(epoch, release, "", "", "", "", ""); // as nearly all are
        }
        String preKind = preKind();
        String preNumber = preKind.isEmpty() ? "" : suffixNumber();
        String post = post();
        String dev = suffixWord("dev") ? suffixNumber() : "";
        String local = at < end && text.charAt(at) == '+' ? local() : "";
        if (at < end) {
            throw new SyntaxFault(at, "expected the version to end here");
        }
        return new VersionParts(epoch, release, preKind, preNumber, post, dev, local);
    }

    private String epoch() {
        int digits = at;
        while (digits < end && isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == at || digits == end || text.charAt(digits) != '!') {
            return "0";
        }
        String epoch = digits();
        at++;
        return epoch;
    }

    private List<String> release() {
        List<String> numbers = new ArrayList<>(4);
        numbers.add(digits());
        while (at + 1 < end && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            numbers.add(digits());
        }
        return numbers;
    }

    /** {@code a}, {@code b}, {@code rc}, or empty and nothing read. */
    private String preKind() {
        if (suffixWord("alpha") || suffixWord("a")) {
            return "a";
        }
        if (suffixWord("beta") || suffixWord("b")) {
            return "b";
        }
        return suffixWord("rc") || suffixWord("c") || suffixWord("preview") || suffixWord("pre") ? "rc" : "";
    }

    private String post() {
        if (at + 1 < end && text.charAt(at) == '-' && isDigit(text.charAt(at + 1))) {
            at++;
            return digits();
        }
        return suffixWord("post") || suffixWord("rev") || suffixWord("r") ? suffixNumber() : "";
    }

    private String local() {
        at++;
        StringBuilder local = new StringBuilder();
        localPart(local);
        while (at < end && isSeparator(text.charAt(at))) {
            at++;
            localPart(local.append('.'));
        }
        return local.toString();
    }

    private void localPart(StringBuilder local) {
        int start = at;
        boolean number = true;
        while (at < end && (isDigit(text.charAt(at)) || isLetter(text.charAt(at)))) {
            number &= isDigit(text.charAt(at));
            at++;
        }
        if (at == start) {
            throw new SyntaxFault(at, "expected a letter or a digit in the local version");
        }
        local.append(number ? withoutZeros(start) : text.substring(start, at).toLowerCase(Locale.ROOT));
    }

    private String digits() {
        int start = at;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new SyntaxFault(at, "expected a digit");
        }
        return withoutZeros(start);
    }

    private String withoutZeros(int start) {
        int from = start;
        while (from < at - 1 && text.charAt(from) == '0') {
            from++;
        }
        return text.substring(from, at);
    }

    /** The number behind a word such as {@code rc}; 0 when none is written. */
    private String suffixNumber() {
        if (at < end && isSeparator(text.charAt(at))) {
            at++;
        }
        return at < end && isDigit(text.charAt(at)) ? digits() : "0";
    }

    /** Whether the word comes next, after a separator or not; reads it then. */
    private boolean suffixWord(String word) {
        int start = at;
        if (at < end && isSeparator(text.charAt(at))) {
            at++;
        }
        if (word(word)) {
            return true;
        }
        at = start;
        return false;
    }

    private boolean word(String word) {
        boolean found = at + word.length() <= end && sameWord(word);
        if (found) {
            at += word.length();
        }
        return found;
    }

    /** Only ASCII letters have two cases here: the Turkish capital I with a dot is no {@code i}. */
    private boolean sameWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(at + i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if (lower != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_';
    }
}
