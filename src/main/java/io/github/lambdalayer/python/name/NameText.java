package io.github.lambdalayer.python.name;

import io.github.lambdalayer.problem.SyntaxFault;
import java.util.Locale;

/** The one rule for names of packages and of extras (PEP 503, PEP 508, PEP 685). */
final class NameText {

    private static final int MAX_LENGTH = 255;

    private NameText() {}

    /**
     * Checks a name as it was written.
     *
     * <pre>
     * name     = alnum *( *( "-" / "_" / "." ) alnum )
     * alnum    = an ASCII letter or digit
     * </pre>
     */
    static String checked(String raw, String kind) {
        for (int i = 0; i < raw.length(); i++) {
            if (!isAlnum(raw.charAt(i)) && !isSeparator(raw.charAt(i))) {
                throw fault(i, "expected a letter, a digit, -, _ or a dot", kind, raw);
            }
        }
        if (raw.isEmpty() || isSeparator(raw.charAt(0))) {
            throw fault(0, "expected a letter or a digit at the start", kind, raw);
        }
        if (isSeparator(raw.charAt(raw.length() - 1))) {
            throw fault(raw.length() - 1, "expected a letter or a digit at the end", kind, raw);
        }
        if (raw.length() > MAX_LENGTH) {
            throw fault(MAX_LENGTH, "it is longer than " + MAX_LENGTH + " characters", kind, raw);
        }
        return raw;
    }

    private static RuntimeException fault(int column, String expected, String kind, String raw) {
        return new SyntaxFault(column, expected).in(NameProblem.BAD_NAME, kind, raw);
    }

    /** Lower case, and each run of {@code - _ .} as one {@code -}; PEP 503's rule, which any text survives. */
    static String normalised(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        boolean separated = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!isSeparator(c)) {
                out.append(c);
            } else if (!separated) {
                out.append('-');
            }
            separated = isSeparator(c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    static void requireNormalised(String value) {
        if (!normalised(value).equals(value)) {
            throw new IllegalArgumentException("not normalised: " + value);
        }
    }

    private static boolean isAlnum(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '_' || c == '.';
    }
}
