package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a requirements.txt, beyond its single requirements. */
public enum RequirementsFileProblem implements ProblemCode {
    /** The file is not there, cannot be read, or is not text. */
    REQUIREMENTS_FILE_UNREADABLE,
    /** A line is neither a requirement nor an option. */
    REQUIREMENTS_FILE_LINE,
    /** An option is unknown, incomplete, or means nothing here. */
    REQUIREMENTS_FILE_OPTION,
    /** The file names a package index, and may not. */
    REQUIREMENTS_FILE_INDEX,
    /** A requirement would have to be built first. */
    REQUIREMENTS_FILE_BUILD,
    /** Digests are missing, weak, or stand at what is not pinned. */
    REQUIREMENTS_FILE_HASH,
    /** An environment variable is not set. */
    REQUIREMENTS_FILE_VARIABLE,
    /** A file includes itself. */
    REQUIREMENTS_FILE_CYCLE,
    /** A path leads out of the project. */
    REQUIREMENTS_FILE_PATH
}
