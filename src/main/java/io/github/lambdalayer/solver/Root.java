package io.github.lambdalayer.solver;

/**
 * A dependency that the user asks for.
 *
 * @param by who asks, for example {@code your pom}
 */
public record Root<P>(String by, Dependency<P> dependency) {}
