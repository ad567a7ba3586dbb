package io.github.lambdalayer.python.version;

import io.github.lambdalayer.problem.SyntaxFault;

/** Reads one comparison (PEP 440, version specifiers). */
final class SpecifierParser {

    private static final String WILDCARD = ".*";

    private SpecifierParser() {}

    /**
     * Reads the whole text.
     *
     * <pre>
     * specifier = operator version
     *           / ( "==" / "!=" ) release ".*"      no pre, post, dev or local part before it
     *           / "===" any text without white space
     * </pre>
     *
     * {@code ~=} wants two numbers; a local part is for {@code ==}, {@code !=} and {@code ===} only.
     *
     * @throws SyntaxFault with the column in the whole text
     */
    static Specifier parse(String text) {
        int end = Blanks.skipBack(text, 0, text.length());
        int start = Blanks.skip(text, 0, end);
        Operator operator = Operator.at(text, start)
                .orElseThrow(() -> new SyntaxFault(start, "expected a comparison such as == or >="));
        int from = Blanks.skip(text, start + operator.text().length(), end);
        if (from == end) {
            throw new SyntaxFault(end, "expected a version after " + operator);
        }
        String version = text.substring(from, end);
        if (operator == Operator.ARBITRARY) {
            return arbitrary(text, from, end);
        }
        return new Specifier(operator, version, clause(operator, text, from, end));
    }

    private static Specifier arbitrary(String text, int from, int end) {
        if (end - from > VersionParser.MAX_LENGTH) {
            throw tooLong(from);
        }
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (Blanks.isBlank(c) || c == ',' || c == ';' || c == ')') {
                throw new SyntaxFault(i, "expected the version to end here");
            }
        }
        String version = text.substring(from, end);
        return new Specifier(Operator.ARBITRARY, version, Clause.arbitrary(version));
    }

    private static SyntaxFault tooLong(int from) {
        return new SyntaxFault(
                from + VersionParser.MAX_LENGTH,
                "the version is longer than " + VersionParser.MAX_LENGTH + " characters");
    }

    private static Clause clause(Operator operator, String text, int from, int end) {
        int star = text.indexOf(WILDCARD, from);
        if (star >= 0) {
            return wildcard(operator, text, from, end, star);
        }
        Version version = version(text, from, end);
        if (version.local().isPresent() && operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw new SyntaxFault(
                    text.indexOf('+', from), "a local version such as +cpu can only be compared with == or !=");
        }
        return clause(operator, version, end);
    }

    /** Says what was forgotten where another comparison, or anything else, follows the version. */
    private static Version version(String text, int from, int end) {
        try {
            return Version.read(text, from, end);
        } catch (SyntaxFault e) {
            int next = Blanks.skip(text, e.column(), end);
            if (next > from && next < end && Operator.at(text, next).isPresent()) {
                throw new SyntaxFault(next, "expected a comma before this comparison");
            }
            throw next == e.column() ? e : new SyntaxFault(next, "expected a comma or the end after the version");
        }
    }

    private static Clause clause(Operator operator, Version version, int end) {
        return switch (operator) {
            case EQUAL -> Clause.equal(version);
            case NOT_EQUAL -> Clause.equal(version).negated();
            case LESS -> Clause.less(version);
            case LESS_OR_EQUAL -> Clause.atMost(version);
            case GREATER -> Clause.greater(version);
            case GREATER_OR_EQUAL -> Clause.atLeast(version);
            case COMPATIBLE -> compatible(version, end);
            case ARBITRARY -> throw new IllegalStateException("=== has no version");
        };
    }

    private static Clause compatible(Version version, int end) {
        if (version.parts().release().size() < 2) {
            throw new SyntaxFault(end, "~= needs a version of at least two numbers, such as ~=1.4");
        }
        return Clause.compatible(version);
    }

    private static Clause wildcard(Operator operator, String text, int from, int end, int star) {
        if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw new SyntaxFault(star, ".* can only be compared with == or !=");
        }
        if (star + WILDCARD.length() < end) {
            throw new SyntaxFault(star + WILDCARD.length(), "expected the version to end after .*");
        }
        VersionParts prefix = new VersionParser(text, from, star).parse();
        if (!prefix.isBase()) {
            throw new SyntaxFault(star, ".* can only follow a plain release such as 1.4");
        }
        Clause clause = Clause.prefix(prefix, prefix.release().size());
        return operator == Operator.EQUAL ? clause : clause.negated();
    }
}
