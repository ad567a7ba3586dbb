package io.github.lambdalayer.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * All incompatibilities that are known, by the variables they speak of. Remembers which are contradicted already, and
 * since which level, so that thousands of them cost nothing while that stays so.
 */
final class Facts<P> {

    /** One incompatibility's place; a wider one can take it over. */
    static final class Fact<P> {

        private Incompatibility<P> incompatibility;
        private boolean contradicted;

        private Fact(Incompatibility<P> incompatibility) {
            this.incompatibility = incompatibility;
        }

        Incompatibility<P> incompatibility() {
            return incompatibility;
        }

        boolean isContradicted() {
            return contradicted;
        }
    }

    private record Contradiction<P>(int level, Fact<P> fact) {}

    private final List<List<Fact<P>>> byVariable = new ArrayList<>();
    private final Deque<Contradiction<P>> contradictions = new ArrayDeque<>();

    Fact<P> add(Incompatibility<P> incompatibility) {
        Fact<P> fact = new Fact<>(incompatibility);
        incompatibility.terms().forEach(term -> about(term.variable()).add(fact));
        return fact;
    }

    /** Puts a wider incompatibility about the same variables in the place of an old one. */
    void widen(Fact<P> fact, Incompatibility<P> wider) {
        fact.incompatibility = wider;
        fact.contradicted = false;
    }

    /** All that speak of a variable, oldest first. */
    List<Fact<P>> about(Variable<P> variable) {
        while (byVariable.size() <= variable.number()) {
            byVariable.add(new ArrayList<>());
        }
        return byVariable.get(variable.number());
    }

    void contradicted(Fact<P> fact, int level) {
        fact.contradicted = true;
        contradictions.push(new Contradiction<>(level, fact));
    }

    /** Forgets what was contradicted above a level only. */
    void backtrack(int toLevel) {
        while (!contradictions.isEmpty() && contradictions.peek().level() > toLevel) {
            contradictions.pop().fact().contradicted = false;
        }
    }
}
