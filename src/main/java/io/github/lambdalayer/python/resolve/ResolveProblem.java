package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.ProblemCode;

/** Why requirements cannot be resolved. */
public enum ResolveProblem implements ProblemCode {
    /** The requirements exclude each other. */
    NO_SOLUTION,
    /** No index knows a project. */
    NOT_FOUND,
    /** No release satisfies a specifier. */
    NO_VERSION,
    /** The releases that would do have no wheel that fits the interpreter. */
    NO_WHEEL,
    /** The releases that would do are for other versions of Python. */
    REQUIRES_PYTHON,
    /** The releases that would do were taken back by their index. */
    YANKED,
    /** Only pre-releases would do, and the settings allow none. */
    ONLY_PRE_RELEASES,
    /** A constraint excludes all releases that would do. */
    CONSTRAINED,
    /** The releases that would do have metadata that cannot be used. */
    UNUSABLE_METADATA,
    /** Neither an answer nor the reason why there is none was found in reasonable time. */
    TOO_MANY_ATTEMPTS,
    /** A requirement names a URL instead of versions. */
    URL_REQUIREMENT
}
