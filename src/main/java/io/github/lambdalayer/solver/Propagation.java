package io.github.lambdalayer.solver;

import io.github.lambdalayer.solver.Facts.Fact;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unit propagation: where all terms of an incompatibility but one hold, the negation of that one is derived. Where all
 * hold, the conflict is resolved, and the search goes back to where it could have been foreseen.
 */
final class Propagation<P> {

    private final PartialSolution<P> solution;
    private final Facts<P> facts;
    private final ConflictResolution<P> resolution;
    private final Priorities<P> priorities;
    private final Set<Variable<P>> changed = new LinkedHashSet<>();

    Propagation(PartialSolution<P> solution, Facts<P> facts, Priorities<P> priorities) {
        this.solution = solution;
        this.facts = facts;
        this.priorities = priorities;
        this.resolution = new ConflictResolution<>(solution);
    }

    /** Derives all that follows from what changed; the proof when that leaves nothing. */
    Optional<Incompatibility<P>> propagate(Collection<Variable<P>> from) {
        changed.addAll(from);
        while (!changed.isEmpty()) {
            Variable<P> variable = changed.iterator().next();
            changed.remove(variable);
            Fact<P> conflict = deriveFrom(variable);
            if (conflict != null && !learn(conflict)) {
                return Optional.of(resolution.proof());
            }
        }
        return Optional.empty();
    }

    /** Newest first: what was learned last is most to the point. Returns the first whose terms all hold. */
    private @Nullable Fact<P> deriveFrom(Variable<P> variable) {
        List<Fact<P>> about = facts.about(variable);
        for (int i = about.size() - 1; i >= 0; i--) {
            Fact<P> fact = about.get(i);
            if (!fact.isContradicted() && !derive(fact)) {
                return fact;
            }
        }
        return null;
    }

    /** Derives what one incompatibility forces now, if anything; false when all its terms hold. */
    private boolean derive(Fact<P> fact) {
        Term<P> open = null;
        for (Term<P> term : fact.incompatibility().terms()) {
            Term<P> known = solution.known(term.variable());
            if (known.implies(term)) {
                continue;
            }
            if (!known.allows(term)) {
                facts.contradicted(fact, solution.level());
                return true;
            }
            if (open != null) {
                return true;
            }
            open = term;
        }
        if (open == null) {
            return false;
        }
        solution.derive(open.not(), fact.incompatibility());
        facts.contradicted(fact, solution.level());
        changed.add(open.variable());
        return true;
    }

    private boolean learn(Fact<P> conflict) {
        Optional<Incompatibility<P>> cause = resolution.resolve(conflict.incompatibility());
        if (cause.isEmpty()) {
            return false;
        }
        facts.backtrack(solution.level());
        changed.clear();
        Incompatibility<P> learned = cause.get();
        Fact<P> fact = learned == conflict.incompatibility() ? conflict : facts.add(learned);
        if (!derive(fact)) {
            throw new IllegalStateException("nothing follows from " + learned);
        }
        changed.forEach(affected -> priorities.conflict(affected, learned));
        return true;
    }
}
