package io.github.lambdalayer.python.resolve;

import java.util.List;

/**
 * The one reason that is told of a release that cannot be used: that of the wheel that comes nearest.
 *
 * <p>The constants stand from far to near.
 */
enum Verdict {
    ONLY_SOURCE(ResolveProblem.NO_WHEEL, "has only a source distribution", "have only a source distribution"),
    NO_FITTING_WHEEL(ResolveProblem.NO_WHEEL, "has no wheel for ", "have no wheel for "),
    OTHER_PYTHON(ResolveProblem.REQUIRES_PYTHON, "is for another Python", "are for another Python"),
    BAD_METADATA(
            ResolveProblem.UNUSABLE_METADATA, "has metadata that cannot be used", "have metadata that cannot be used"),
    YANKED(ResolveProblem.YANKED, "is yanked", "are yanked"),
    PRE_RELEASE(ResolveProblem.ONLY_PRE_RELEASES, "is a pre-release", "are pre-releases"),
    CONSTRAINED(ResolveProblem.CONSTRAINED, "is excluded by a constraint", "are excluded by a constraint");

    private final ResolveProblem problem;
    private final String one;
    private final String many;

    Verdict(ResolveProblem problem, String one, String many) {
        this.problem = problem;
        this.one = one;
        this.many = many;
    }

    /** The kind of failure when nothing but this stands in the way. */
    ResolveProblem problem() {
        return problem;
    }

    /** For example {@code 3 have no wheel for python3.13 on x86_64 (glibc 2.34)}. */
    String count(int releases, String target) {
        String what = releases == 1 ? one : many;
        return releases + " " + what + (this == NO_FITTING_WHEEL ? target : "");
    }

    static Verdict of(List<Rejection> rejections) {
        return rejections.stream().map(Verdict::of).max(Verdict::compareTo).orElseThrow();
    }

    private static Verdict of(Rejection rejection) {
        if (rejection instanceof Rejection.NoWheel) {
            return ONLY_SOURCE;
        } else if (rejection instanceof Rejection.WrongTag) {
            return NO_FITTING_WHEEL;
        } else if (rejection instanceof Rejection.RequiresPython) {
            return OTHER_PYTHON;
        } else if (rejection instanceof Rejection.Yanked) {
            return YANKED;
        } else if (rejection instanceof Rejection.PreRelease) {
            return PRE_RELEASE;
        } else if (rejection instanceof Rejection.Constrained) {
            return CONSTRAINED;
        }
        return BAD_METADATA;
    }
}
