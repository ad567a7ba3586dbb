package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terms that never hold all together, and why: "{@code a>=2} and not {@code b<3}", because a depends on b. */
public final class Incompatibility<P> {

    private final List<Term<P>> terms;
    private final Cause<P> cause;

    private Incompatibility(List<Term<P>> terms, Cause<P> cause) {
        this.terms = terms;
        this.cause = cause;
    }

    /** Terms about the same variable are taken together; those that always hold are left out. */
    static <P> Incompatibility<P> of(List<Term<P>> terms, Cause<P> cause) {
        Map<Variable<P>, Term<P>> each = new LinkedHashMap<>();
        terms.forEach(term -> each.merge(term.variable(), term, Term::and));
        return new Incompatibility<>(
                each.values().stream().filter(term -> !term.isAlways()).toList(), cause);
    }

    /**
     * What follows from two incompatibilities that exclude different candidates of {@code variable}: the rest of both
     * cannot hold together either, unless the variable is something that neither excludes.
     */
    static <P> Incompatibility<P> resolved(Incompatibility<P> first, Incompatibility<P> second, Variable<P> variable) {
        List<Term<P>> terms = new ArrayList<>();
        first.terms.stream().filter(t -> t.variable() != variable).forEach(terms::add);
        second.terms.stream().filter(t -> t.variable() != variable).forEach(terms::add);
        terms.add(first.about(variable).or(second.about(variable)));
        return of(terms, new Cause.Conflict<>(first, second));
    }

    private Term<P> about(Variable<P> variable) {
        return terms.stream()
                .filter(t -> t.variable() == variable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " says nothing about " + variable));
    }

    /** Where it comes from. */
    public Cause<P> cause() {
        return cause;
    }

    List<Term<P>> terms() {
        return terms;
    }

    /** Whether it excludes everything: no requirement can be satisfied. */
    boolean isFailure() {
        return terms.stream().allMatch(t -> t.variable().isRoot());
    }

    /** Whether it says nothing, since one of its terms never holds. */
    boolean isVacuous() {
        return terms.stream().anyMatch(t -> !t.orAbsent() && t.versions().isEmpty());
    }

    /** What it says: a fact in the words of its cause, a conclusion in words of its terms. */
    String words(Wording<P> wording) {
        return cause instanceof Cause.Conflict ? Phrase.excluding(wording, terms) : cause.words(wording);
    }

    @Override
    public String toString() {
        return terms.toString();
    }
}
