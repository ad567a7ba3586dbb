package io.github.lambdalayer.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Dependencies that a test declares. */
final class FakeArtifacts implements Artifacts {

    private final List<Found> wheels = new ArrayList<>();
    private final List<Found> jars = new ArrayList<>();

    FakeArtifacts wheel(String coordinates, Path file) {
        wheels.add(new Found(coordinates, file));
        return this;
    }

    FakeArtifacts jar(String coordinates, Path file) {
        jars.add(new Found(coordinates, file));
        return this;
    }

    @Override
    public boolean hasWheels() {
        return !wheels.isEmpty();
    }

    @Override
    public List<Found> wheels() {
        return List.copyOf(wheels);
    }

    @Override
    public List<Found> jars() {
        return List.copyOf(jars);
    }
}
