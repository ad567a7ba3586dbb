package io.github.lambdalayer.solver;

import java.util.List;

/**
 * Every version of a package that exists, lowest first, and which of them can be used at all. Those that cannot are
 * listed as well, so that a proof can name them.
 */
public record Candidates<V>(List<V> versions, VersionSet usable) {

    public Candidates {
        versions = List.copyOf(versions);
        if (usable.size() != versions.size()) {
            throw new IllegalArgumentException(usable.size() + " bits for " + versions.size() + " versions");
        }
    }
}
