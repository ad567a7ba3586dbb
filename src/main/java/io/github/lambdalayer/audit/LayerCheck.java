package io.github.lambdalayer.audit;

import java.util.List;

/** One rule about layers. It knows no settings: it tells what it finds, as grave as that is by itself. */
public interface LayerCheck {

    /** What it is called in the pom, for example {@code missing-requirement}. */
    String id();

    /** What it finds, in a fixed order. */
    List<Finding> check(AuditedLayer layer);

    /** A finding that stops the build unless the user says otherwise. */
    default Finding error(String message, String... hints) {
        return new Finding(id(), Level.ERROR, message, List.of(hints));
    }

    /** A finding that is told unless the user says otherwise. */
    default Finding warning(String message, String... hints) {
        return new Finding(id(), Level.WARN, message, List.of(hints));
    }
}
