package io.github.lambdalayer.solver;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The loop: derive what follows, decide about one more variable, until all is decided or nothing is left. */
final class Search<P> {

    /** Where candidates and their dependencies come from. */
    interface Source<P> {

        /** The candidate to try first; {@code allowed} is not empty. */
        int choose(Variable<P> variable, VersionSet allowed);

        /**
         * Adds what a candidate needs to the facts.
         *
         * @return whether it can still be decided on; false when what it needs is in conflict with what is known
         */
        boolean expand(Variable<P> variable, int candidate);
    }

    final Variables<P> variables = new Variables<>();
    final Facts<P> facts = new Facts<>();
    final Priorities<P> priorities = new Priorities<>();
    final PartialSolution<P> solution = new PartialSolution<>(variables.root());
    private final int mostDecisions;
    private int decisions;
    private boolean givenUp;

    Search(int mostDecisions) {
        this.mostDecisions = mostDecisions;
    }

    /** Whether the limit was reached, so that there is neither a proof nor a solution. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** The proof that there is no solution; else {@link #solution} holds one, unless it was given up. */
    Optional<Incompatibility<P>> run(Source<P> source) {
        Propagation<P> propagation = new Propagation<>(solution, facts, priorities);
        List<Variable<P>> changed = List.of(variables.root());
        while (true) {
            Optional<Incompatibility<P>> proof = propagation.propagate(changed);
            if (proof.isPresent()) {
                return proof;
            }
            changed = goBackBeforeMoved();
            if (changed.isEmpty()) {
                Optional<Variable<P>> next = next();
                givenUp = next.isPresent() && decisions++ >= mostDecisions;
                if (next.isEmpty() || givenUp) {
                    return Optional.empty();
                }
                decide(next.get(), source);
                changed = List.of(next.get());
            }
        }
    }

    /** Since facts may have been added at levels that are now gone, everything is looked at again. */
    private List<Variable<P>> goBackBeforeMoved() {
        boolean back = false;
        for (P subject : priorities.moved()) {
            Optional<Integer> level = solution.levelOfDecision(subject);
            if (level.isPresent()) {
                solution.backtrack(level.get() - 1);
                facts.backtrack(level.get() - 1);
                back = true;
            }
        }
        return back ? solution.variables().toList() : List.of();
    }

    private Optional<Variable<P>> next() {
        Stream<Variable<P>> open = variables.all().stream().filter(solution::isOpen);
        return priorities.first(open.filter(
                v -> !v.isFeature() || solution.decided(variables.host(v)).isPresent()));
    }

    private void decide(Variable<P> variable, Source<P> source) {
        VersionSet allowed = solution.known(variable).versions();
        int candidate = variable.isFeature() ? 0 : source.choose(variable, allowed);
        if (!allowed.contains(candidate)) {
            throw new IllegalStateException("candidate " + candidate + " of " + variable + " is not in " + allowed);
        }
        if (source.expand(variable, candidate)) {
            solution.decide(variable, candidate);
        }
    }

    /** The decisions about packages, in the order in which they were seen. */
    List<Variable<P>> decided() {
        return variables.all().stream()
                .filter(v -> !v.isRoot() && solution.decided(v).isPresent())
                .toList();
    }

    /** Adds facts that are there from the beginning. */
    void assume(List<Incompatibility<P>> incompatibilities) {
        incompatibilities.forEach(facts::add);
    }
}
