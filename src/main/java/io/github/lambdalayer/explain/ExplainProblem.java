package io.github.lambdalayer.explain;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a question. */
public enum ExplainProblem implements ProblemCode {
    /** What is asked about is neither a package, nor one version of it, nor a wheel. */
    BAD_SUBJECT
}
