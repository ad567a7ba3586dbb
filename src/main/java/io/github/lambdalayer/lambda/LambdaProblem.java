package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a runtime, an architecture or a name of AWS Lambda. */
public enum LambdaProblem implements ProblemCode {
    /** A runtime that this plugin does not know. */
    UNKNOWN_RUNTIME,
    /** Neither x86_64 nor arm64. */
    UNKNOWN_ARCHITECTURE,
    /** A glibc or a full Python version that does not describe the runtime. */
    BAD_RUNTIME_OVERRIDE,
    /** Not a layer's name. */
    BAD_LAYER_NAME,
    /** Not the ARN of a layer's version. */
    BAD_LAYER_ARN,
    /** Not a function's name or ARN. */
    BAD_FUNCTION_NAME
}
