package io.github.lambdalayer.python.version;

import io.github.lambdalayer.problem.SyntaxFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the comparisons of old metadata, written before tools checked them. What is clearly meant is understood:
 *
 * <pre>
 * &gt;=7.2.0&lt;8.0.0          a comma is missing
 * !=~5.0                  !=5.0.*
 * &gt;=1.9.*                 &gt;=1.9; likewise with &gt;, &lt; and &lt;=
 * !=3.0*                  !=3.0.*
 * &gt;dev                    &gt;0.0.0dev
 * &gt;=9.0.0a1.0             &gt;=9.0.0a1
 * &gt;='3.6', &gt;=3.6",        without quotes and empty clauses
 * </pre>
 */
final class LenientSpecifiers {

    private static final String OPERATOR_CHARACTERS = "<>=!~^";

    private LenientSpecifiers() {}

    /** As {@link Specifiers#read}, when the text is legal; else mended, and the fault of the text as it is when not. */
    static Specifiers read(String text) {
        try {
            return Specifiers.read(text);
        } catch (SyntaxFault e) {
            return mended(text, e);
        }
    }

    private static Specifiers mended(String text, SyntaxFault fault) {
        List<Specifier> clauses = new ArrayList<>();
        for (String clause : clauses(withoutQuotes(text))) {
            try {
                clauses.add(clause(clause));
            } catch (SyntaxFault e) {
                throw fault;
            }
        }
        return new Specifiers(clauses);
    }

    private static String withoutQuotes(String text) {
        return text.replace("'", "").replace("\"", "");
    }

    /** Cut at commas, and where an operator follows a version. */
    private static List<String> clauses(String text) {
        List<String> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                add(clauses, text.substring(start, i));
                start = Math.min(i + 1, text.length());
            } else if (i > start && isOperator(text, i) && isVersionEnd(text.charAt(i - 1))) {
                add(clauses, text.substring(start, i));
                start = i;
            }
        }
        return clauses;
    }

    private static void add(List<String> clauses, String clause) {
        if (!clause.isBlank()) {
            clauses.add(clause.strip());
        }
    }

    /** An exclamation mark between digits belongs to an epoch. */
    private static boolean isOperator(String text, int index) {
        return text.charAt(index) == '!' ? text.startsWith("!=", index) : isOperatorCharacter(text.charAt(index));
    }

    private static boolean isOperatorCharacter(char c) {
        return OPERATOR_CHARACTERS.indexOf(c) >= 0;
    }

    private static boolean isVersionEnd(char c) {
        return c == '*' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private static Specifier clause(String clause) {
        try {
            return SpecifierParser.parse(clause);
        } catch (SyntaxFault e) {
            int operator = 0;
            while (operator < clause.length() && isOperatorCharacter(clause.charAt(operator))) {
                operator++;
            }
            return SpecifierParser.parse(clause(
                    clause.substring(0, operator), clause.substring(operator).strip()));
        }
    }

    private static String clause(String operator, String version) {
        if (operator.equals("!=~")) {
            return "!=" + withWildcard(version);
        }
        boolean ordered = operator.startsWith("<") || operator.startsWith(">");
        return operator + (ordered ? ordered(version) : wildcard(version));
    }

    private static String ordered(String version) {
        String plain = version.endsWith(".*") ? version.substring(0, version.length() - 2) : version;
        return plain.startsWith("dev") ? "0.0.0" + plain : withoutZeroBehindSuffix(plain);
    }

    private static String wildcard(String version) {
        return version.endsWith("*") ? withWildcard(version.substring(0, version.length() - 1)) : version;
    }

    private static String withWildcard(String version) {
        return version + (version.endsWith(".") ? "*" : version.endsWith("*") ? "" : ".*");
    }

    /** The {@code .0} of {@code 9.0.0a1.0} says nothing. */
    private static String withoutZeroBehindSuffix(String version) {
        return version.endsWith(".0") && !isPlain(version) ? version.substring(0, version.length() - 2) : version;
    }

    private static boolean isPlain(String version) {
        return version.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
