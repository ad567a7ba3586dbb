package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One {@code [[packages]]} of a lock that would have to be built first, for example from a folder.
 *
 * @param name the package
 * @param version its version, where the lock says it
 * @param marker for which environments the entry counts
 * @param requiresPython the interpreters it is for
 * @param dependencies the packages that it asks for, sorted
 * @param source what the lock has of it
 */
public record UnbuiltPackage(
        PackageName name,
        Optional<Version> version,
        Marker marker,
        Specifiers requiresPython,
        List<PackageName> dependencies,
        BuildSource source)
        implements LockEntry {

    /** Copies the list. */
    public UnbuiltPackage {
        dependencies = List.copyOf(dependencies);
    }

    /** The same with the wheels that somebody has built of it; empty when there are none of its version. */
    Optional<LockedPackage> builtBy(BuiltWheels built) {
        List<IndexFile> found = built.of(name).stream()
                .filter(file -> version.map(file.filename().version()::equals).orElse(true))
                .toList();
        return found.stream()
                .map(file -> file.filename().version())
                .max(Version::compareTo)
                .map(newest -> locked(newest, found));
    }

    private LockedPackage locked(Version built, List<IndexFile> found) {
        List<LockedWheel> wheels = found.stream()
                .filter(file -> file.filename().version().equals(built))
                .map(file ->
                        new LockedWheel(file.filename(), file.url(), file.bytes(), file.sha256(), file.uploadTime()))
                .toList();
        return new LockedPackage(name, built, marker, requiresPython, dependencies, "", wheels);
    }

    /** Whether it counts for a target. */
    boolean isFor(PythonTarget target) {
        return marker.holds(target.markers(), Set.of());
    }

    /** What {@code pip wheel} is told to build. */
    String buildable() {
        return source.place().orElseGet(() -> name + version.map(v -> "==" + v).orElse(""));
    }

    @Override
    public String toString() {
        return name + version.map(v -> " " + v).orElse("");
    }
}
