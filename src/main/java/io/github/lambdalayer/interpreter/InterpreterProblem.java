package io.github.lambdalayer.interpreter;

import io.github.lambdalayer.problem.ProblemCode;

/** What can go wrong with a Python of this machine. */
public enum InterpreterProblem implements ProblemCode {
    /** There is none of the version that is needed. */
    NO_LOCAL_PYTHON,
    /** It ended in a way that none of our scripts ends in, or not in time. */
    LOCAL_PYTHON_FAILED
}
