package io.github.lambdalayer.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The facts that a proof rests on, made few and simple: a proof found by search rests on what was met on the way, one
 * version after the other. Facts about the same pair of packages are taken together where the rest is still a proof,
 * and facts without which it is still one are left out.
 */
final class Core<P> {

    /** Leaving out one at a time costs a search each. */
    private static final int MOST_TO_MINIMISE = 80;

    /** What was merged may be hard to prove again; what was found is a proof as well, only a longer one. */
    private static final int MOST_DECISIONS = 1_000;

    private List<Cause<P>> facts;
    private Incompatibility<P> proof;

    private Core(Incompatibility<P> proof) {
        this.proof = proof;
        this.facts = Merged.exactly(factsOf(proof));
    }

    static <P> Core<P> of(Incompatibility<P> proof) {
        Core<P> core = new Core<>(proof);
        core.simplify();
        return core;
    }

    List<Cause<P>> facts() {
        return facts;
    }

    Incompatibility<P> proof() {
        return proof;
    }

    private void simplify() {
        attempt(Merged::byPair);
        if (facts.size() <= MOST_TO_MINIMISE) {
            minimise();
        }
        attempt(Merged::byPair);
        attempt(Narrowed::toWhatIsRequired);
        attempt(UnaryOperator.identity());
    }

    private void minimise() {
        for (int i = facts.size() - 1; i >= 0; i--) {
            int without = i;
            attempt(all -> {
                List<Cause<P>> fewer = new ArrayList<>(all);
                fewer.remove(without);
                return fewer;
            });
        }
    }

    /** Takes simpler facts when they are a proof still. */
    private void attempt(UnaryOperator<List<Cause<P>>> simpler) {
        List<Cause<P>> candidate = simpler.apply(facts);
        Optional<Incompatibility<P>> found = prove(candidate);
        if (found.isPresent()) {
            proof = found.get();
            facts = candidate;
        }
    }

    /** All facts under a proof, each once, in a fixed order. */
    private static <P> List<Cause<P>> factsOf(Incompatibility<P> proof) {
        List<Cause<P>> facts = new ArrayList<>();
        Set<Cause<P>> seen = new HashSet<>();
        Deque<Incompatibility<P>> open = new ArrayDeque<>(List.of(proof));
        while (!open.isEmpty()) {
            Cause<P> cause = open.pop().cause();
            if (seen.add(cause)) {
                if (cause instanceof Cause.Conflict<P> conflict) {
                    open.push(conflict.second());
                    open.push(conflict.first());
                } else {
                    facts.add(cause);
                }
            }
        }
        return facts;
    }

    /** A proof from these facts alone, if they exclude everything. */
    private static <P> Optional<Incompatibility<P>> prove(List<Cause<P>> facts) {
        Search<P> search = new Search<>(MOST_DECISIONS);
        Map<P, Integer> sizes = sizes(facts);
        Premises<P> premises = new Premises<>(
                search.variables,
                (subject, feature) -> search.variables
                        .find(subject, feature)
                        .orElseGet(() -> feature.isEmpty()
                                ? search.variables.addPackage(subject, sizes.getOrDefault(subject, 0))
                                : search.variables.addFeature(subject, feature)));
        facts.forEach(fact -> search.assume(premises.of(fact)));
        return search.run(new OnlyWhatIsKnown<>());
    }

    private static <P> Map<P, Integer> sizes(List<Cause<P>> facts) {
        Map<P, Integer> sizes = new HashMap<>();
        for (Cause<P> fact : facts) {
            if (fact instanceof Cause.Required<P> required) {
                Dependency<P> dependency = required.root().dependency();
                sizes.put(dependency.on(), dependency.allowed().size());
            } else if (fact instanceof Cause.Depends<P> depends) {
                sizes.put(depends.subject(), depends.versions().size());
                sizes.put(
                        depends.dependency().on(),
                        depends.dependency().allowed().size());
            } else if (fact instanceof Cause.Unusable<P> unusable) {
                sizes.put(unusable.subject(), unusable.versions().size());
            }
        }
        return sizes;
    }

    private record OnlyWhatIsKnown<P>() implements Search.Source<P> {
        @Override
        public int choose(Variable<P> variable, VersionSet allowed) {
            return allowed.highest();
        }

        @Override
        public boolean expand(Variable<P> variable, int candidate) {
            return true;
        }
    }
}
