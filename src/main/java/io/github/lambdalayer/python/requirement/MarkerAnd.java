package io.github.lambdalayer.python.requirement;

import java.util.List;
import java.util.stream.Collectors;

/** All of some markers; of none at all it is {@link Marker#ALWAYS}. */
record MarkerAnd(List<Marker> all) implements Marker {

    MarkerAnd {
        all = List.copyOf(all);
    }

    @Override
    public String toString() {
        return all.stream()
                .map(m -> m instanceof MarkerOr ? "(" + m + ")" : m.toString())
                .collect(Collectors.joining(" and "));
    }
}
