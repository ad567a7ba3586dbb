package io.github.lambdalayer.audit;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with the settings of the audit; what it finds in a layer is a {@link Finding}. */
public enum AuditProblem implements ProblemCode {
    /** No check has that name. */
    UNKNOWN_CHECK,
    /** Not one of error, warn and off. */
    BAD_FINDING_LEVEL,
    /** A library in a wheel cannot be read from disk. */
    UNREADABLE_LIBRARY
}
