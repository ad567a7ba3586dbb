package io.github.lambdalayer.maven;

import java.util.List;

/** Dependencies that are modules of the same build, which was stopped before it packed them. */
final class NotPackedYet implements Artifacts {

    @Override
    public boolean hasWheels() {
        return true;
    }

    @Override
    public List<Found> wheels() {
        throw new AssertionError("a wheel that is not packed yet was asked for");
    }

    @Override
    public List<Found> jars() {
        throw new AssertionError("a jar that is not packed yet was asked for");
    }
}
