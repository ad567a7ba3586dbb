package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.List;

/**
 * One {@code [[packages]]} of a lock that has wheels, for example numpy 2.1.3 with one for each architecture.
 *
 * @param name the package
 * @param version its version
 * @param marker for which environments the entry counts
 * @param requiresPython the interpreters it is for; {@link Specifiers#ANY} when the lock does not say
 * @param dependencies the packages that it asks for, sorted; for those who read the lock, never for installing
 * @param index the address of the index that it comes from, or "" when the lock does not say
 * @param wheels its wheels, at least one
 */
public record LockedPackage(
        PackageName name,
        Version version,
        Marker marker,
        Specifiers requiresPython,
        List<PackageName> dependencies,
        String index,
        List<LockedWheel> wheels)
        implements LockEntry {

    /** Copies the lists. */
    public LockedPackage {
        dependencies = List.copyOf(dependencies);
        wheels = List.copyOf(wheels);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
