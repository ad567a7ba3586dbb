package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a wheel, apart from its being a zip archive. */
public enum WheelProblem implements ProblemCode {
    /** The file's name is not one of a wheel (PEP 427). */
    BAD_FILENAME,
    /** METADATA is missing, cannot be read, or speaks of something else than the file's name. */
    BAD_METADATA,
    /** Not exactly one dist-info folder, WHEEL of another kind, or a {@code .data} folder that leads nowhere. */
    BAD_WHEEL,
    /** RECORD is missing, cannot be read, or does not list the files that are there. */
    BAD_RECORD,
    /** A file that is not the one RECORD vouches for. */
    WRONG_DIGEST,
    /** The file cannot be read from disk. */
    UNREADABLE_WHEEL
}
