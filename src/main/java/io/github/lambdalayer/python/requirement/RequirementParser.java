package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.SyntaxFault;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Operator;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** Reads one requirement (PEP 508). */
final class RequirementParser {

    /** Enough for the longest marker that was ever seen, by far. */
    static final int MAX_LENGTH = 131_072;

    private static final String EXPECTED_NAME = "expected the name of a package";
    private static final String EXPECTED_SPECIFIER = "expected a comparison such as == or >= after the name";

    private final String text;
    private final Cursor cursor;
    private final Function<String, Specifiers> specifiers;

    private RequirementParser(String text, Function<String, Specifiers> specifiers) {
        this.text = text;
        this.cursor = new Cursor(text);
        this.specifiers = specifiers;
    }

    static Requirement parse(String text) {
        return parse(text, Specifiers::read);
    }

    /** Reads what old metadata means: specifiers that are nearly legal, and quotes that were left over. */
    static Requirement parseLenient(String text) {
        try {
            return parse(text);
        } catch (SyntaxFault e) {
            int marker = text.indexOf(';') < 0 ? text.length() : text.indexOf(';');
            String unquoted = text.substring(0, marker).replace("'", "").replace("\"", "");
            try {
                return parse(unquoted + text.substring(marker), Specifiers::readLenient);
            } catch (SyntaxFault notMended) {
                throw e;
            }
        }
    }

    /** Reads a requirement whose version specifiers are read by {@code specifiers}. */
    static Requirement parse(String text, Function<String, Specifiers> specifiers) {
        if (text.length() > MAX_LENGTH) {
            throw new SyntaxFault(MAX_LENGTH, "it is longer than " + MAX_LENGTH + " characters");
        }
        return new RequirementParser(text, specifiers).requirement();
    }

    /**
     * Reads the whole text; blanks are spaces and tabs, and may stand between any two parts.
     *
     * <pre>
     * requirement = name [ extras ] ( [ specifiers ] / "@" url blank ) [ ";" marker ]
     * specifiers  = clause *( "," clause ) [ "," ] / "(" [ specifiers ] ")"
     * </pre>
     */
    private Requirement requirement() {
        cursor.skipBlanks();
        rejectQuotes();
        String name = name(EXPECTED_NAME);
        cursor.skipBlanks();
        Set<ExtraName> extras = cursor.peek() == '[' ? extras() : Set.of();
        cursor.skipBlanks();
        String url = cursor.take('@') ? url() : "";
        Specifiers versions = url.isEmpty() ? versions() : Specifiers.ANY;
        return new Requirement(PackageName.of(name), name, extras, versions, url, marker(url));
    }

    /** An element of a list in TOML or Python is none: {@code "six>=1",}. */
    private void rejectQuotes() {
        String rest = text.substring(cursor.at()).strip();
        int end = rest.lastIndexOf(cursor.peek());
        boolean isQuoted = "\"'".indexOf(cursor.peek()) >= 0
                && end > 1
                && Cursor.isAlnum(rest.charAt(1))
                && Set.of("", ",").contains(rest.substring(end + 1));
        if (isQuoted && isRequirement(rest.substring(1, end))) {
            throw cursor.fault(EXPECTED_NAME, "leave out the quotes: " + rest.substring(1, end));
        }
    }

    /** Reads {@code name = alnum *( alnum / "-" / "_" / "." )}, without separators at its end. */
    private String name(String expected) {
        int start = cursor.at();
        String name = cursor.takeWhile(c -> Cursor.isAlnum(c) || c == '-' || c == '_' || c == '.');
        if (name.isEmpty() || !Cursor.isAlnum(name.charAt(0))) {
            throw new SyntaxFault(start, expected);
        }
        if (!Cursor.isAlnum(name.charAt(name.length() - 1))) {
            throw new SyntaxFault(cursor.at() - 1, "expected a letter or a digit at the end of the name");
        }
        if (name.length() > 255) {
            throw new SyntaxFault(start + 255, "the name is longer than 255 characters");
        }
        return name;
    }

    /** Reads {@code extras = "[" [ name *( "," name ) ] "]"}. */
    private Set<ExtraName> extras() {
        cursor.take('[');
        cursor.skipBlanks();
        Set<ExtraName> extras = new LinkedHashSet<>();
        while (!cursor.take(']')) {
            extras.add(ExtraName.of(name("expected the name of an extra")));
            cursor.skipBlanks();
            if (cursor.take(',')) {
                cursor.skipBlanks();
                if (cursor.peek() == ']') {
                    throw cursor.fault("expected the name of an extra");
                }
            } else if (cursor.peek() != ']') {
                throw cursor.fault("expected a comma or a closing ] after the extra");
            }
        }
        return extras;
    }

    private String url() {
        cursor.skipBlanks();
        String url = cursor.takeWhile(c -> c != ' ' && c != '\t');
        if (url.isEmpty()) {
            throw cursor.fault("expected a URL after @");
        }
        if (Version.tryParse(url).isPresent()) {
            throw new SyntaxFault(
                    cursor.at() - url.length(), "expected a URL after @", "a version comes after ==: ==" + url);
        }
        return url;
    }

    private Specifiers versions() {
        int start = cursor.at();
        boolean parenthesis = cursor.take('(');
        int from = cursor.at();
        String clauses = cursor.takeWhile(c -> c != ';' && c != ')');
        if (!parenthesis && !clauses.isEmpty() && Operator.at(clauses, 0).isEmpty()) {
            throw notASpecifier(start);
        }
        Specifiers read = specifiers(clauses, from);
        if (parenthesis && !cursor.take(')')) {
            throw cursor.fault("expected a closing parenthesis");
        }
        cursor.skipBlanks();
        return read;
    }

    private Specifiers specifiers(String clauses, int from) {
        rejectOtherBlanks(clauses, from);
        try {
            return specifiers.apply(clauses);
        } catch (SyntaxFault e) {
            throw e.shifted(from);
        }
    }

    private void rejectOtherBlanks(String clauses, int from) {
        for (int i = 0; i < clauses.length(); i++) {
            char c = clauses.charAt(i);
            if (c != ' ' && c != '\t' && (c < ' ' || c > '~')) {
                throw new SyntaxFault(from + i, "expected a comparison, a comma, a semicolon or the end");
            }
        }
    }

    private SyntaxFault notASpecifier(int start) {
        String rest = text.substring(start);
        String pinned =
                text.substring(0, start).trim() + "==" + rest.replace("=", "").trim();
        boolean looksLikePin = rest.length() < 40 && (rest.startsWith("=") || Cursor.isAlnum(rest.charAt(0)));
        if (looksLikePin && isRequirement(pinned)) {
            return new SyntaxFault(start, EXPECTED_SPECIFIER, "write " + pinned + " for exactly that version");
        }
        boolean looksLikeMore =
                rest.length() < 40 && isRequirement(rest.replaceFirst("^,", "").trim());
        return looksLikeMore
                ? new SyntaxFault(start, EXPECTED_SPECIFIER, "one package to a requirement: write each by itself")
                : new SyntaxFault(start, EXPECTED_SPECIFIER);
    }

    private static boolean isRequirement(String text) {
        try {
            parse(text);
            return true;
        } catch (SyntaxFault | LayerException e) {
            return false;
        }
    }

    private Marker marker(String url) {
        cursor.skipBlanks();
        if (cursor.isAtEnd()) {
            return Marker.ALWAYS;
        }
        if (!cursor.take(';')) {
            throw cursor.fault(
                    url.isEmpty()
                            ? "expected a semicolon or the end after the versions"
                            : "expected a semicolon or the end after the URL");
        }
        return new MarkerParser(cursor).marker();
    }
}
