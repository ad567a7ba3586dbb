package io.github.lambdalayer.python.version;

import io.github.lambdalayer.problem.SyntaxFault;
import java.util.Optional;

/**
 * One comparison, such as {@code >=1.4} or {@code ==2.*} (PEP 440). Pre-releases count like any other version here;
 * who may take them is {@link PreReleases}.
 */
public final class Specifier {

    private final Operator operator;
    private final String version;
    private final Clause clause;

    Specifier(Operator operator, String version, Clause clause) {
        this.operator = operator;
        this.version = version;
        this.clause = clause;
    }

    /**
     * The comparison that a text holds, white space around its parts ignored.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link VersionProblem#BAD_SPECIFIER}, with a caret
     */
    public static Specifier parse(String text) {
        try {
            return SpecifierParser.parse(text);
        } catch (SyntaxFault e) {
            throw e.in(VersionProblem.BAD_SPECIFIER, "a version specifier", text);
        }
    }

    /** As {@link #parse}; empty when the text holds no comparison. */
    public static Optional<Specifier> tryParse(String text) {
        try {
            return Optional.of(SpecifierParser.parse(text));
        } catch (SyntaxFault e) {
            return Optional.empty();
        }
    }

    /** How it compares. */
    public Operator operator() {
        return operator;
    }

    /** The version as written, with {@code .*} where it has one. */
    public String version() {
        return version;
    }

    /** Whether it ends in {@code .*} as in {@code ==2.*}. */
    public boolean isWildcard() {
        return operator != Operator.ARBITRARY && version.endsWith("*");
    }

    /** Whether the version is one that is asked for; a pre-release counts like any other. */
    public boolean accepts(Version candidate) {
        return clause.accepts(candidate);
    }

    /** As {@link #accepts}, for any text: only {@code ===} accepts one that is not a version. */
    public boolean acceptsText(String candidate) {
        return Version.tryParse(candidate)
                .map(this::accepts)
                .orElseGet(() -> operator == Operator.ARBITRARY
                        && Clause.lowerAscii(candidate).equals(Clause.lowerAscii(version)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Specifier that && operator == that.operator && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return 31 * operator.hashCode() + version.hashCode();
    }

    @Override
    public String toString() {
        return operator.text() + version;
    }
}
