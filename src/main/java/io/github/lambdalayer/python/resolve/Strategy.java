package io.github.lambdalayer.python.resolve;

/** Which of the versions that would do is taken. */
public enum Strategy {
    /** The highest. */
    HIGHEST,
    /** The lowest. */
    LOWEST,
    /** The lowest of what is required directly, the highest of everything else. */
    LOWEST_DIRECT
}
