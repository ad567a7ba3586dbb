package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.version.Specifiers;

/** One {@code [[packages]]} of a lock. */
public sealed interface LockEntry permits LockedPackage, UnbuiltPackage {

    /** The package. */
    PackageName name();

    /** For which environments the entry counts. */
    Marker marker();

    /** The interpreters it is for. */
    Specifiers requiresPython();
}
