package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.ProblemCode;

/** What can go wrong between the steps, where no step's own package knows it. */
public enum BuildProblem implements ProblemCode {
    /** The lock does not satisfy the pom. */
    LOCK_OUT_OF_DATE,
    /** There is no lock, and {@code locked} asks for one. */
    NO_LOCK,
    /** A requirements file is of a kind that is not understood. */
    BAD_REQUIREMENTS_FILE,
    /** Two requirements files are locks. */
    TWO_LOCKS,
    /** The lock is another tool's, which alone can write it. */
    LOCK_NOT_OURS,
    /** A wheel that was chosen is not one whose digest a requirements.txt names. */
    OTHER_DIGEST,
    /** A wheel has another size than its lock says. */
    LOCKED_SIZE,
    /** The audit found what the layer must not have. */
    AUDIT_FAILED,
    /** Compiled modules without sources, in a folder that several Pythons read. */
    BYTECODE_FOR_SEVERAL,
    /** A module cannot be imported from the layer. */
    IMPORT_FAILED,
    /** A handler fails with the layer. */
    HANDLER_FAILED,
    /** A layer for both architectures holds something native. */
    NOT_UNIVERSAL,
    /** There is nothing to attach, because the layer was not published from here. */
    NOT_PUBLISHED,
    /** The zip is not the one that was planned. */
    OTHER_ZIP,
    /** A layer for everybody holds what looks like a secret. */
    PUBLIC_SECRET,
    /** A file of the build cannot be read. */
    CANNOT_READ,
    /** A file of the build cannot be written. */
    CANNOT_WRITE
}
