package io.github.lambdalayer.audit;

import java.util.List;

/** What every check has: a name, under which the pom can set its level, and findings that bear it. */
interface Named {

    /** What it is called in the pom, for example {@code missing-requirement}. */
    String id();

    /** A finding that stops the build unless the user says otherwise. */
    default Finding error(String message, String... hints) {
        return new Finding(id(), Level.ERROR, message, List.of(hints));
    }

    /** A finding that is told unless the user says otherwise. */
    default Finding warning(String message, String... hints) {
        return new Finding(id(), Level.WARN, message, List.of(hints));
    }
}
