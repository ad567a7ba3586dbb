package io.github.lambdalayer.toml;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a TOML file, whatever it is about. */
public enum TomlProblem implements ProblemCode {
    /** The file does not exist, or cannot be read. */
    TOML_UNREADABLE,
    /** The file is larger than any that a tool writes. */
    TOML_TOO_LARGE,
    /** The text breaks TOML's grammar, or is not UTF-8. */
    TOML_SYNTAX,
    /** A value has another type than it must have. */
    TOML_TYPE,
    /** A key that must be there is not. */
    TOML_KEY_MISSING
}
