package io.github.lambdalayer.solver;

import java.util.List;

/**
 * A package that is needed, and which of its candidates will do.
 *
 * @param on the package that is needed
 * @param features its optional features that are wanted too, for example an extra
 * @param allowed the candidates that will do; may be empty
 * @param pinned whether it asks for one exact version: such packages are decided first
 * @param text as it was written, for example {@code numpy>=1.26}
 */
public record Dependency<P>(P on, List<String> features, VersionSet allowed, boolean pinned, String text) {

    public Dependency {
        features = List.copyOf(features);
    }
}
