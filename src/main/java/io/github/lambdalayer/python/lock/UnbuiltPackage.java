package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.version.Specifiers;

/**
 * One {@code [[packages]]} of a lock that would have to be built first, for example from a folder.
 *
 * @param name the package
 * @param marker for which environments the entry counts
 * @param requiresPython the interpreters it is for
 * @param form what the lock has of it, for example {@code a source distribution}
 */
public record UnbuiltPackage(PackageName name, Marker marker, Specifiers requiresPython, String form)
        implements LockEntry {

    @Override
    public String toString() {
        return name.value();
    }
}
