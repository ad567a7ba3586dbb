package io.github.lambdalayer.python.name;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a name. */
public enum NameProblem implements ProblemCode {
    /** Not a legal name of a package or an extra. */
    BAD_NAME
}
