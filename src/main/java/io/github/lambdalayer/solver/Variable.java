package io.github.lambdalayer.solver;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something the solver decides about: the root (is there always), a package (one candidate, or absent), or a feature
 * of a package (wanted, or absent). Numbered in the order in which they were first seen.
 */
final class Variable<P> {

    private final int number;
    private final @Nullable P subject;
    private final String feature;
    private final int size;

    private Variable(int number, @Nullable P subject, String feature, int size) {
        this.number = number;
        this.subject = subject;
        this.feature = feature;
        this.size = size;
    }

    static <P> Variable<P> root() {
        return new Variable<>(0, null, "", 1);
    }

    static <P> Variable<P> ofPackage(int number, P subject, int candidates) {
        return new Variable<>(number, subject, "", candidates);
    }

    static <P> Variable<P> ofFeature(int number, P subject, String feature) {
        return new Variable<>(number, subject, feature, 1);
    }

    int number() {
        return number;
    }

    /** How many candidates there are: one for the root and for a feature. */
    int size() {
        return size;
    }

    boolean isRoot() {
        return subject == null;
    }

    boolean isFeature() {
        return !feature.isEmpty();
    }

    boolean isPackage() {
        return !isRoot() && !isFeature();
    }

    /** The package, also for a feature. */
    P subject() {
        return Objects.requireNonNull(subject);
    }

    /** The feature's name; empty for a package. */
    String feature() {
        return feature;
    }

    @Override
    public String toString() {
        return isRoot() ? "root" : isFeature() ? subject + "[" + feature + "]" : String.valueOf(subject);
    }
}
