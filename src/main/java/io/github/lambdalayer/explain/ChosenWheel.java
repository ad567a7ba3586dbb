package io.github.lambdalayer.explain;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.List;

/**
 * A wheel that a layer has on one target, for example that of pandas 2.2.3.
 *
 * @param file the wheel
 * @param metadata what it says of itself
 * @param dependencies the packages that it needs there, as far as whoever chose it knows
 */
public record ChosenWheel(IndexFile file, CoreMetadata metadata, List<PackageName> dependencies) {

    /** Keeps a copy of the list. */
    public ChosenWheel {
        dependencies = List.copyOf(dependencies);
    }

    PackageName name() {
        return file.filename().name();
    }

    Version version() {
        return file.filename().version();
    }

    /** For example {@code pandas 2.2.3}. */
    @Override
    public String toString() {
        return name() + " " + version();
    }
}
