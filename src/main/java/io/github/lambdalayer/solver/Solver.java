package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds one version of each package so that every dependency is satisfied, or proves that there is none: the algorithm
 * PubGrub (Natalie Weizenbaum, 2018). The same universe gives always the same outcome.
 *
 * <pre>{@code
 * Outcome<String, Integer> outcome = Solver.solve(universe);
 * }</pre>
 */
public final class Solver {

    private Solver() {}

    /** Solves the requirements of a universe, however long it takes; exceptions of the universe pass through. */
    public static <P, V> Outcome<P, V> solve(Universe<P, V> universe) {
        return solve(universe, Integer.MAX_VALUE);
    }

    /** Solves the requirements of a universe, or gives up after so many decisions. */
    public static <P, V> Outcome<P, V> solve(Universe<P, V> universe, int mostDecisions) {
        Search<P> search = new Search<>(mostDecisions);
        Expansion<P, V> expansion = new Expansion<>(universe, search);
        Optional<Incompatibility<P>> proof = search.run(expansion);
        if (proof.isPresent()) {
            return new Outcome.Unsolvable<>(proof.get());
        }
        if (search.isGivenUp()) {
            return new Outcome.GivenUp<>(mostDecisions, search.priorities.worst());
        }
        return solved(search, expansion);
    }

    private static <P, V> Outcome<P, V> solved(Search<P> search, Expansion<P, V> expansion) {
        Map<P, V> versions = new LinkedHashMap<>();
        Map<P, List<String>> features = new LinkedHashMap<>();
        for (Variable<P> decided : search.decided()) {
            if (decided.isFeature()) {
                features.computeIfAbsent(decided.subject(), p -> new ArrayList<>())
                        .add(decided.feature());
            } else {
                versions.put(decided.subject(), expansion.version(decided));
            }
        }
        return new Outcome.Solved<>(versions, features);
    }
}
