package io.github.lambdalayer.python.version;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a version or with a comparison. */
public enum VersionProblem implements ProblemCode {
    /** Not a version of PEP 440. */
    BAD_VERSION,
    /** Not a comparison of versions, such as {@code >=1.4,<2}. */
    BAD_SPECIFIER
}
