package io.github.lambdalayer.problem;

import java.util.Locale;

/**
 * A kind of failure, such as {@code ResolveProblem.NO_WHEEL}. Each package has an enum of its own; the site has one
 * paragraph for each code, under its {@linkplain #anchor() anchor}.
 */
public interface ProblemCode {

    /** The constant's name, for example {@code NO_WHEEL}; every enum has it already. */
    String name();

    /** The place on the site's page of problems, for example {@code no-wheel} for {@code NO_WHEEL}. */
    default String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
