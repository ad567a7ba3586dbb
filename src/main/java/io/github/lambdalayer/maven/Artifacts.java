package io.github.lambdalayer.maven;

import java.nio.file.Path;
import java.util.List;

/** What Maven has for the project: the files of its dependencies, fetched only when they are asked for. */
interface Artifacts {

    /**
     * A dependency and its file.
     *
     * @param coordinates for example {@code com.acme:demo:whl:1.0}
     */
    record Found(String coordinates, Path file) {}

    /** Whether a wheel is among the declared dependencies; nothing is resolved to tell this. */
    boolean hasWheels();

    /** The dependencies of type {@code whl} in the scopes compile and runtime. */
    List<Found> wheels();

    /** The project's runtime classpath, without the project itself. */
    List<Found> jars();
}
