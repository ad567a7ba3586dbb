package io.github.lambdalayer.explain;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.resolve.ResolveRequest;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was chosen for one target.
 *
 * @param request what was asked for, with the target
 * @param wheels one for each package, sorted by name
 * @param elsewhere those of them that another layer holds, which is resolved with this one
 * @param lock the file that chose them, for example {@code pylock.toml}; "" when they were resolved just now
 */
public record Choice(ResolveRequest request, List<ChosenWheel> wheels, Set<PackageName> elsewhere, String lock) {

    /** Keeps copies. */
    public Choice {
        elsewhere = Set.copyOf(elsewhere);
        wheels = List.copyOf(wheels);
    }

    Optional<ChosenWheel> find(PackageName name) {
        return wheels.stream().filter(wheel -> wheel.name().equals(name)).findFirst();
    }

    Map<PackageName, Version> versions() {
        Map<PackageName, Version> versions = new TreeMap<>();
        wheels.forEach(wheel -> versions.put(wheel.name(), wheel.version()));
        return versions;
    }

    /** For example {@code python3.13 on x86_64 (glibc 2.34)}. */
    String target() {
        return request.target().toString();
    }
}
