package io.github.lambdalayer.python.requirement;

import java.util.Set;

/**
 * One requirement as it was declared: in a pom, a requirements.txt, a pyproject.toml.
 *
 * @param requirement what is asked for
 * @param origin where it stands: {@code requirements.txt, line 3}, or {@code <requirement> 1}
 * @param sha256 the digests of the files that will do, 64 lower-case hexadecimal digits each; empty when all will
 */
public record DeclaredRequirement(Requirement requirement, String origin, Set<String> sha256) {

    /** Copies the set. */
    public DeclaredRequirement {
        sha256 = Set.copyOf(sha256);
    }

    /** The same, which counts only where another marker holds too. */
    public DeclaredRequirement where(Marker marker) {
        return new DeclaredRequirement(requirement.where(marker), origin, sha256);
    }

    @Override
    public String toString() {
        return requirement + " (" + origin + ")";
    }
}
