package io.github.lambdalayer.audit;

import java.util.List;

/** One rule about the libraries of a layer, which are read once for all such rules. */
interface LibraryCheck extends Named {

    /** What it finds, in a fixed order. */
    List<Finding> check(List<Library> libraries, AuditedLayer layer);
}
