package io.github.lambdalayer.python.requirement;

import java.util.Set;

/**
 * One requirement of a file, such as a requirements.txt or a pyproject.toml.
 *
 * @param requirement what is asked for
 * @param origin where it stands: {@code requirements.txt, line 3}
 * @param sha256 the digests of the files that will do, 64 lower-case hexadecimal digits each; empty when all will
 */
public record FileRequirement(Requirement requirement, String origin, Set<String> sha256) {

    /** Copies the set. */
    public FileRequirement {
        sha256 = Set.copyOf(sha256);
    }

    /** The same, which counts only where another marker holds too. */
    public FileRequirement where(Marker marker) {
        return new FileRequirement(requirement.where(marker), origin, sha256);
    }

    @Override
    public String toString() {
        return requirement + " (" + origin + ")";
    }
}
