package io.github.lambdalayer.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a search ended. */
public sealed interface Outcome<P, V> {

    /**
     * One version of each package that is needed.
     *
     * @param versions in the order in which the packages were first seen
     * @param features the features that are wanted of packages that have wanted ones
     */
    record Solved<P, V>(Map<P, V> versions, Map<P, List<String>> features) implements Outcome<P, V> {
        public Solved {
            versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
            features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        }
    }

    /**
     * There is no such choice.
     *
     * @param proof the incompatibility that excludes everything, with all that it was derived from
     */
    record Unsolvable<P, V>(Incompatibility<P> proof) implements Outcome<P, V> {}

    /**
     * The limit was reached before either was found.
     *
     * @param decisions how many were made
     * @param conflicting the packages that most conflicts were about, the most troublesome first
     */
    record GivenUp<P, V>(int decisions, List<P> conflicting) implements Outcome<P, V> {
        public GivenUp {
            conflicting = List.copyOf(conflicting);
        }
    }
}
