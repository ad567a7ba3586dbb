package io.github.lambdalayer.solver;

/**
 * A statement about one variable: it is one of these candidates, {@code orAbsent} or not at all. {@code a>=2} is a
 * term, and its negation "not {@code a>=2}" is the term "{@code a<2}, or no {@code a}".
 */
record Term<P>(Variable<P> variable, VersionSet versions, boolean orAbsent) {

    /** What is known before anything is known. */
    static <P> Term<P> anything(Variable<P> variable) {
        return new Term<>(variable, VersionSet.all(variable.size()), true);
    }

    /** The variable is one of its candidates. */
    static <P> Term<P> present(Variable<P> variable) {
        return new Term<>(variable, VersionSet.all(variable.size()), false);
    }

    static <P> Term<P> oneOf(Variable<P> variable, VersionSet versions) {
        return new Term<>(variable, versions, false);
    }

    static <P> Term<P> noneOf(Variable<P> variable, VersionSet versions) {
        return new Term<>(variable, versions.not(), true);
    }

    Term<P> not() {
        return new Term<>(variable, versions.not(), !orAbsent);
    }

    Term<P> and(Term<P> other) {
        return new Term<>(variable, versions.and(other.versions), orAbsent && other.orAbsent);
    }

    Term<P> or(Term<P> other) {
        return new Term<>(variable, versions.or(other.versions), orAbsent || other.orAbsent);
    }

    /** Whether whenever this holds {@code other} holds too. */
    boolean implies(Term<P> other) {
        return (!orAbsent || other.orAbsent) && versions.isSubsetOf(other.versions);
    }

    /** Whether this and {@code other} can both hold. */
    boolean allows(Term<P> other) {
        return (orAbsent && other.orAbsent) || versions.intersects(other.versions);
    }

    /** Whether it holds whatever happens. */
    boolean isAlways() {
        return orAbsent && versions.isFull();
    }

    @Override
    public String toString() {
        return orAbsent ? "not " + variable + versions.not() : variable + "" + versions;
    }
}
