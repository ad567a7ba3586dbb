package io.github.lambdalayer.layer;

import io.github.lambdalayer.problem.ProblemCode;

/** What can go wrong while a layer is planned and written. */
public enum LayerProblem implements ProblemCode {
    /** An exclusion that can match nothing, or that is written in a way we do not know. */
    BAD_EXCLUSION,
    /** The project's own files cannot be packed. */
    BAD_OWN_FILES,
    /** The zip cannot be written. */
    UNWRITABLE_LAYER,
    /** A zip that was to be checked cannot be read. */
    UNREADABLE_LAYER,
    /** A preset of exclusions that does not exist. */
    UNKNOWN_PRESET
}
