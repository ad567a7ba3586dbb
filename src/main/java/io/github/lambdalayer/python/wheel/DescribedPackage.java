package io.github.lambdalayer.python.wheel;

/** A package that can say what it is and what it requires: a wheel, or what was made of one. */
public interface DescribedPackage {

    /**
     * What the package says of itself.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link WheelProblem#BAD_METADATA}
     */
    CoreMetadata metadata();
}
