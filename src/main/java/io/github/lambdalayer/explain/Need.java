package io.github.lambdalayer.explain;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;

/**
 * That somebody asks for a package.
 *
 * @param by who asks: {@code pandas 2.2.3} or {@code your pom}
 * @param requirement what for, with its marker
 * @param status whether it counts on the target
 */
record Need(String by, Requirement requirement, Status status) {

    enum Status {
        /** It is one of the reasons why the package is in the layer. */
        COUNTS,
        /** Its marker is false on the target. */
        MARKER_IS_FALSE,
        /** It belongs to an extra that nobody asks for. */
        EXTRA_IS_NOT_ASKED_FOR
    }

    PackageName on() {
        return requirement.name();
    }

    /** For example {@code your pom requires pandas==2.2.3}. */
    String sentence() {
        return by + " requires " + requirement.shown();
    }

    boolean counts() {
        return status == Status.COUNTS;
    }
}
