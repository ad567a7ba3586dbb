package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether each layer of a goal has files of its own, so that none overwrites those of another. */
final class OwnFileNames {

    private final Problems problems;

    OwnFileNames(Problems problems) {
        this.problems = problems;
    }

    /** The layers of two architectures share the lock of their {@code <layer>}; two of these share none. */
    void requireOwnLocks(List<List<DeclaredLayer>> perLayer) {
        Set<Path> locks = new HashSet<>();
        for (List<DeclaredLayer> layer : perLayer) {
            layer.stream().findFirst().map(each -> each.spec().lock().file()).ifPresent(lock -> {
                if (!locks.add(lock)) {
                    problems.add(shared("Two layers have the lock " + lock.getFileName(), "lockFile"));
                }
            });
        }
    }

    void requireOwnZips(List<DeclaredLayer> layers) {
        Set<Path> zips = new HashSet<>();
        for (DeclaredLayer layer : layers) {
            if (!zips.add(layer.spec().files().zip())) {
                problems.add(shared("Two layers are named \"" + layer.spec().name() + "\"", "layerName"));
            }
        }
    }

    private static LayerException shared(String what, String parameter) {
        return new LayerException(
                PomProblem.SHARED_FILE,
                what + ", and one would overwrite the other.",
                "give each <layer> a <" + parameter + "> of its own");
    }
}
