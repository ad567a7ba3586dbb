package io.github.lambdalayer.solver;

import java.util.List;

/** What a version needs, as far as that can be told. */
public sealed interface Needs<P> {

    /** It needs these packages. */
    record These<P>(List<Dependency<P>> dependencies) implements Needs<P> {
        public These {
            dependencies = List.copyOf(dependencies);
        }
    }

    /** It turns out to be of no use; {@link Wording#whyUnusable} says why. */
    record Unusable<P>() implements Needs<P> {}
}
