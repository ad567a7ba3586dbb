package io.github.lambdalayer.python.target;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with the description of an interpreter, or with a tag. */
public enum TargetProblem implements ProblemCode {
    /** Not a wheel tag such as {@code py3-none-any}. */
    BAD_TAG,
    /** Not a full version of CPython 3 such as {@code 3.13.0}, or a machine that no Linux wheel is for. */
    BAD_INTERPRETER
}
