package io.github.lambdalayer.maven;

import java.util.Set;

/**
 * Tells JSON that is one word or one number, such as {@code null} and {@code -1.5e3}, from names of files.
 *
 * <pre>
 * number = [ "-" ] ( "0" / digit1-9 *digit ) [ "." 1*digit ] [ ( "e" / "E" ) [ "+" / "-" ] 1*digit ]   (RFC 8259)
 * </pre>
 */
final class JsonScalar {

    private static final Set<String> WORDS = Set.of("null", "true", "false");

    private final String text;
    private int at;

    private JsonScalar(String text) {
        this.text = text;
    }

    static boolean is(String text) {
        return WORDS.contains(text) || new JsonScalar(text).isNumber();
    }

    private boolean isNumber() {
        takeOne("-");
        boolean whole = takeOne("0") || takeDigits();
        boolean fraction = !takeOne(".") || takeDigits();
        boolean exponent = !takeOne("eE") || takeSignedDigits();
        return whole && fraction && exponent && at == text.length();
    }

    private boolean takeOne(String ofThese) {
        boolean found = at < text.length() && ofThese.indexOf(text.charAt(at)) >= 0;
        at += found ? 1 : 0;
        return found;
    }

    private boolean takeSignedDigits() {
        takeOne("+-");
        return takeDigits();
    }

    private boolean takeDigits() {
        int start = at;
        while (takeOne("0123456789")) {}
        return at > start;
    }
}
