package io.github.lambdalayer.maven;

import java.util.ArrayList;
import java.util.List;

/** What {@code prune} says at its end of old versions that it did not delete. */
final class LeftAlone {

    private final List<String> dry = new ArrayList<>();
    private final List<String> unconfirmed = new ArrayList<>();
    private boolean others;

    /**
     * One layer is done.
     *
     * @param old how many versions no function uses
     */
    void add(String layer, int old, boolean isConfirmed, boolean isDry) {
        if (old == 0) {
            return;
        }
        if (!isConfirmed) {
            unconfirmed.add(layer);
        } else if (isDry) {
            dry.add(layer);
        } else {
            others = true;
        }
    }

    /** No line where all that is old was deleted. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!dry.isEmpty()) {
            lines.add("Nothing was deleted" + of(dry, unconfirmed) + ": dryRun is true.");
        }
        if (!unconfirmed.isEmpty()) {
            lines.add("Nothing was deleted" + of(unconfirmed, dry) + "; add -Dlambda-layer.confirm to delete them.");
        }
        if (!lines.isEmpty()) {
            lines.add("Functions in other accounts cannot be checked.");
        }
        return lines;
    }

    /** The names, unless it is true of all layers. */
    private String of(List<String> names, List<String> otherNames) {
        return others || !otherNames.isEmpty() ? " of " + String.join(", ", names) : "";
    }
}
