package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been decided and derived so far, in order, with the way back. */
final class PartialSolution<P> {

    private final List<Assignment<P>> assignments = new ArrayList<>();
    /** The steps about each variable, by its number. */
    private final List<List<Assignment<P>>> histories = new ArrayList<>();

    private int level;

    /** The root is there from the beginning, at level 0. */
    PartialSolution(Variable<P> root) {
        assign(Term.present(root), null);
    }

    int level() {
        return level;
    }

    void decide(Variable<P> variable, int candidate) {
        level++;
        assign(Term.oneOf(variable, VersionSet.only(variable.size(), candidate)), null);
    }

    void derive(Term<P> term, Incompatibility<P> cause) {
        assign(term, cause);
    }

    private void assign(Term<P> own, @Nullable Incompatibility<P> cause) {
        Term<P> known = known(own.variable()).and(own);
        Assignment<P> step = new Assignment<>(assignments.size(), level, own, known, cause);
        assignments.add(step);
        history(own.variable()).add(step);
    }

    private List<Assignment<P>> history(Variable<P> variable) {
        while (histories.size() <= variable.number()) {
            histories.add(new ArrayList<>());
        }
        return histories.get(variable.number());
    }

    /** All that is known about a variable. */
    Term<P> known(Variable<P> variable) {
        List<Assignment<P>> history = history(variable);
        return history.isEmpty()
                ? Term.anything(variable)
                : history.get(history.size() - 1).known();
    }

    /** The index of the candidate that was decided on. */
    Optional<Integer> decided(Variable<P> variable) {
        List<Assignment<P>> history = history(variable);
        if (history.isEmpty() || !history.get(history.size() - 1).isDecision()) {
            return Optional.empty();
        }
        return Optional.of(known(variable).versions().lowest());
    }

    /** Whether the variable must be there, but with which candidate is still open. */
    boolean isOpen(Variable<P> variable) {
        List<Assignment<P>> history = history(variable);
        if (history.isEmpty()) {
            return false;
        }
        Assignment<P> latest = history.get(history.size() - 1);
        return !latest.isDecision() && !latest.known().orAbsent();
    }

    /** All variables about which something is known. */
    Stream<Variable<P>> variables() {
        return histories.stream().filter(h -> !h.isEmpty()).map(h -> h.get(0).variable());
    }

    /** The first step after which {@code term} holds; it must hold now. */
    Assignment<P> satisfier(Term<P> term) {
        List<Assignment<P>> history = history(term.variable());
        return history.get(firstThatImplies(history, Term.anything(term.variable()), term));
    }

    /**
     * The level that {@code satisfier} needs at least to make {@code term} hold: that of the first earlier step with
     * which it does, or 0 when it does by itself.
     */
    int levelNeeded(Assignment<P> satisfier, Term<P> term) {
        if (satisfier.own().implies(term)) {
            return 0;
        }
        List<Assignment<P>> history = history(term.variable());
        return history.get(firstThatImplies(history, satisfier.own(), term)).level();
    }

    private static <P> int firstThatImplies(List<Assignment<P>> history, Term<P> with, Term<P> term) {
        int low = 0;
        int high = history.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.get(middle).known().and(with).implies(term)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Forgets every step above a level. */
    void backtrack(int toLevel) {
        while (assignments.get(assignments.size() - 1).level() > toLevel) {
            Assignment<P> step = assignments.remove(assignments.size() - 1);
            List<Assignment<P>> history = history(step.variable());
            history.remove(history.size() - 1);
        }
        level = toLevel;
    }

    /** The level at which a package was decided, or empty when it is open. */
    Optional<Integer> levelOfDecision(P subject) {
        Iterator<Assignment<P>> decisions =
                assignments.stream().filter(Assignment::isDecision).iterator();
        while (decisions.hasNext()) {
            Assignment<P> decision = decisions.next();
            if (decision.variable().isPackage() && decision.variable().subject().equals(subject)) {
                return Optional.of(decision.level());
            }
        }
        return Optional.empty();
    }
}
