package io.github.lambdalayer.python.requirement;

/** What becomes of options such as {@code --index-url} in requirements files, which say where packages come from. */
public enum IndexOptions {
    /** They are faults. */
    REFUSE,
    /** They are read over: other settings say where packages come from. */
    IGNORE,
    /** They count. */
    USE
}
