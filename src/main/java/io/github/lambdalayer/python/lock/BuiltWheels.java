package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import java.util.List;

/** Wheels that the user has built of packages that a lock has only as sources, for example those in the folders of {@code findLinks}. */
@FunctionalInterface
public interface BuiltWheels {

    /** There are none. */
    BuiltWheels NONE = name -> List.of();

    /** Those of one package, of whichever version. */
    List<IndexFile> of(PackageName name);
}
