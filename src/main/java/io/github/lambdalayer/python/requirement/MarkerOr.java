package io.github.lambdalayer.python.requirement;

import java.util.List;
import java.util.stream.Collectors;

/** At least one of some markers. */
record MarkerOr(List<Marker> any) implements Marker {

    MarkerOr {
        any = List.copyOf(any);
    }

    @Override
    public String toString() {
        return any.stream().map(Marker::toString).collect(Collectors.joining(" or "));
    }
}
