package io.github.lambdalayer.solver;

/** The words for packages and sets of their versions. Each answer is part of a sentence, without a full stop. */
public interface Wording<P> {

    /** A package by itself, for example {@code pandas}. */
    String name(P subject);

    /** A set of versions in the user's notation, never a list of candidates, for example {@code pandas>=2.1,<3}. */
    String text(P subject, VersionSet versions);

    /**
     * Why none of these versions can be used, for example {@code pandas==1.2.4 has no wheel for python3.13}.
     *
     * @param versions unusable versions; not empty
     */
    String whyUnusable(P subject, VersionSet versions);

    /** Why no version satisfies a dependency that allows none, for example {@code the newest pandas is 2.3.1}. */
    String whyNone(Dependency<P> dependency);
}
