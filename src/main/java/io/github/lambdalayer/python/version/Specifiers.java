package io.github.lambdalayer.python.version;

import io.github.lambdalayer.problem.SyntaxFault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comparisons that must all hold, such as {@code >=1.4,<2} (PEP 440).
 *
 * @param clauses in the order in which they were written; none accepts every version
 */
public record Specifiers(List<Specifier> clauses) {

    /** Accepts every version. */
    public static final Specifiers ANY = new Specifiers(List.of());

    private static final int MAX_LENGTH = 65_536;

    /** Keeps a copy of the list. */
    public Specifiers {
        clauses = List.copyOf(clauses);
    }

    /**
     * The comparisons that a text holds, divided by commas; one comma may end it. An empty text is {@link #ANY}.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link VersionProblem#BAD_SPECIFIER}, with a caret
     */
    public static Specifiers parse(String text) {
        try {
            return read(text);
        } catch (SyntaxFault e) {
            throw e.in(VersionProblem.BAD_SPECIFIER, "a version specifier", text);
        }
    }

    /**
     * As {@link #parse}, for the parser of a larger text, which moves the fault's column into it.
     *
     * @throws SyntaxFault where the text is wrong
     */
    public static Specifiers read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new SyntaxFault(MAX_LENGTH, "it is longer than " + MAX_LENGTH + " characters");
        }
        List<Specifier> clauses = new ArrayList<>();
        for (int start = 0; Blanks.skip(text, start, text.length()) < text.length(); ) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            clauses.add(clause(text, start, end));
            start = comma < 0 ? end : end + 1;
        }
        return clauses.isEmpty() ? ANY : new Specifiers(clauses);
    }

    /**
     * As {@link #parse}, for the metadata of old packages, and for the parser of a larger text: {@code >=7.2.0<8.0.0} is
     * understood, and so is {@code >=1.9.*}.
     *
     * @throws SyntaxFault where the text is wrong
     */
    public static Specifiers readLenient(String text) {
        return LenientSpecifiers.read(text);
    }

    private static Specifier clause(String text, int start, int end) {
        try {
            return SpecifierParser.parse(text.substring(start, end));
        } catch (SyntaxFault e) {
            throw e.shifted(start);
        }
    }

    /** Whether every clause accepts the version; a pre-release counts like any other. */
    public boolean accepts(Version candidate) {
        for (Specifier clause : clauses) {
            if (!clause.accepts(candidate)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #accepts}, for any text: one that is not a version is accepted by {@code ===} only. */
    public boolean acceptsText(String candidate) {
        return clauses.stream().allMatch(c -> c.acceptsText(candidate))
                && (!isAny() || Version.tryParse(candidate).isPresent());
    }

    /** Whether there is no clause, so that every version is accepted. */
    public boolean isAny() {
        return clauses.isEmpty();
    }

    /** Whether it names one version: a single {@code ==} without {@code .*}, or a single {@code ===}. */
    public boolean isPin() {
        return clauses.size() == 1
                && (clauses.get(0).operator() == Operator.EQUAL
                        || clauses.get(0).operator() == Operator.ARBITRARY)
                && !clauses.get(0).isWildcard();
    }

    /** Written out, as is {@link #hashCode}: the JVM takes milliseconds to make those of a record at their first call. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Specifiers that && clauses.equals(that.clauses);
    }

    @Override
    public int hashCode() {
        return clauses.hashCode();
    }

    /** The clauses in their order, divided by commas: {@code >=1.4,<2}; empty for {@link #ANY}. */
    @Override
    public String toString() {
        return clauses.stream().map(Specifier::toString).collect(Collectors.joining(","));
    }
}
