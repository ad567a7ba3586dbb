package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a requirement or a marker. */
public enum RequirementProblem implements ProblemCode {
    /** Not a requirement of PEP 508. */
    BAD_REQUIREMENT,
    /** Not an environment marker. */
    BAD_MARKER,
    /** A marker compares what cannot be compared, or a variable that does not exist where the marker stands. */
    UNDEFINED_MARKER,
    /** One package is pinned to two versions. */
    CLASHING_PINS
}
