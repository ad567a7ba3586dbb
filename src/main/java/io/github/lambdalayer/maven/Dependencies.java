package io.github.lambdalayer.maven;

/** Which of the project's dependencies a goal must have before it knows enough of a layer; only these are resolved and copied. */
enum Dependencies {
    /** None: it asks AWS alone, or takes a zip that is there. */
    NONE,
    /** Those that are wheels, among which versions are chosen. */
    WHEELS,
    /** Jars as well: the layer is made. */
    ALL
}
