package io.github.lambdalayer.solver;

import java.util.List;

/**
 * The packages that there are: the one port of the solver. It must answer the same question always alike.
 *
 * <p>A feature is an optional part of a package, with dependencies of its own: {@code pandas[aws]}.
 *
 * @param <P> names a package; usable as a key of a map
 * @param <V> a version of a package
 */
public interface Universe<P, V> {

    /** What the user asks for, most important first. */
    List<Root<P>> roots();

    /** The versions of a package; none when it does not exist. Asked once, when the package is first needed. */
    Candidates<V> candidates(P subject);

    /**
     * The version to try first among {@code allowed}.
     *
     * @param allowed usable versions; not empty
     * @return an index that {@code allowed} contains
     */
    int choose(P subject, VersionSet allowed);

    /** What a version needs. Asked once for each version that is tried. */
    Needs<P> needs(P subject, V version);

    /** What a feature of a version needs besides; nothing when the version has no such feature. */
    List<Dependency<P>> needs(P subject, V version, String feature);
}
