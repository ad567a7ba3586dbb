package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a lock file, or between it and the layer. */
public enum LockProblem implements ProblemCode {
    /** The file's name is none that PEP 751 allows. */
    LOCK_FILE_NAME,
    /** The file has a version of the format that is not understood. */
    LOCK_VERSION,
    /** A value of the file is none of its kind: a name, a version, a marker, a wheel's name. */
    LOCK_VALUE,
    /** A package has no source, or several that exclude each other. */
    LOCK_SOURCE,
    /** A file has no digest that protects it. */
    LOCK_HASH,
    /** A path leads out of the folder of the lock. */
    LOCK_PATH,
    /** An address holds credentials. */
    LOCK_CREDENTIALS,
    /** The lock is for other versions of Python. */
    LOCK_PYTHON,
    /** The lock is for other environments. */
    LOCK_ENVIRONMENT,
    /** A package would come from another index than the lock says, and the pom does not say why. */
    LOCK_OTHER_INDEX,
    /** The lock says who attested its packages, which a lock that is written here does not. */
    LOCK_ATTESTED,
    /** An extra or a group that is asked for is not in the lock. */
    LOCK_CHOICE,
    /** Two entries of one package count at once. */
    LOCK_AMBIGUOUS,
    /** A package has no wheel that fits. */
    LOCK_NO_WHEEL,
    /** A package is locked in a form that would have to be built first. */
    LOCK_NOT_A_WHEEL,
    /** The file cannot be written. */
    LOCK_NOT_WRITTEN
}
