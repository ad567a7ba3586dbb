package io.github.lambdalayer.solver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a conflict is really about, and goes back to where that could have been known.
 *
 * <p>As long as the last step that made the conflict was forced, and something of the same level took part, the
 * incompatibility that forced it is taken into account instead (resolution of two clauses).
 */
final class ConflictResolution<P> {

    private final PartialSolution<P> solution;
    private @Nullable Incompatibility<P> proof;

    ConflictResolution(PartialSolution<P> solution) {
        this.solution = solution;
    }

    /**
     * Goes back as far as the conflict reaches.
     *
     * @return the incompatibility that now forces one step; empty when nothing is left to go back to: then {@link
     *     #proof()} says why
     */
    Optional<Incompatibility<P>> resolve(Incompatibility<P> conflict) {
        Incompatibility<P> current = conflict;
        while (!current.isFailure()) {
            Blame<P> blame = blame(current);
            Assignment<P> satisfier = blame.satisfier();
            if (satisfier.isDecision() || blame.levelBefore() < satisfier.level()) {
                solution.backtrack(blame.levelBefore());
                return Optional.of(current);
            }
            current = Incompatibility.resolved(current, satisfier.forcedBy().orElseThrow(), satisfier.variable());
        }
        proof = current;
        return Optional.empty();
    }

    /** The incompatibility that excludes everything, with all it came from. */
    Incompatibility<P> proof() {
        if (proof == null) {
            throw new IllegalStateException("nothing is proved");
        }
        return proof;
    }

    /**
     * Which step completed a conflict, and the level that was reached before it.
     *
     * @param levelBefore the highest level among all other steps that the conflict needs
     */
    private record Blame<P>(Assignment<P> satisfier, int levelBefore) {}

    private Blame<P> blame(Incompatibility<P> conflict) {
        Assignment<P> latest = null;
        Term<P> latestTerm = null;
        int levelBefore = 0;
        for (Term<P> term : conflict.terms()) {
            Assignment<P> satisfier = solution.satisfier(term);
            if (latest == null || satisfier.order() > latest.order()) {
                levelBefore = Math.max(levelBefore, latest == null ? 0 : latest.level());
                latest = satisfier;
                latestTerm = term;
            } else {
                levelBefore = Math.max(levelBefore, satisfier.level());
            }
        }
        if (latest == null || latestTerm == null) {
            throw new IllegalStateException("a conflict without terms");
        }
        return new Blame<>(latest, Math.max(levelBefore, solution.levelNeeded(latest, latestTerm)));
    }
}
