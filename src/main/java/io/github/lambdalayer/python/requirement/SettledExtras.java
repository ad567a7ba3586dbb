package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.python.name.ExtraName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Markers in which it is settled which extras are asked for, while the environment is still open. */
public final class SettledExtras {

    private final Set<ExtraName> extras;

    private SettledExtras(Set<ExtraName> extras) {
        this.extras = extras;
    }

    /**
     * What is left of a marker: of {@code extra == "aws" and python_version < "3.12"} the second half when aws is
     * asked for. Empty when it holds nowhere.
     */
    public static Optional<Marker> in(Marker marker, Set<ExtraName> extras) {
        return new SettledExtras(Set.copyOf(extras)).settled(marker);
    }

    private Optional<Marker> settled(Marker marker) {
        if (marker instanceof MarkerAnd and) {
            List<Optional<Marker>> parts = and.all().stream().map(this::settled).toList();
            return parts.stream().allMatch(Optional::isPresent)
                    ? Optional.of(Marker.allOf(present(parts)))
                    : Optional.empty();
        }
        if (marker instanceof MarkerOr or) {
            List<Marker> parts = present(or.any().stream().map(this::settled).toList());
            return parts.isEmpty() ? Optional.empty() : Optional.of(Marker.anyOf(parts));
        }
        MarkerComparison comparison = (MarkerComparison) marker;
        boolean isOpen = comparison.left() != MarkerVariable.EXTRA && comparison.right() != MarkerVariable.EXTRA;
        return isOpen ? Optional.of(marker) : Optional.of(Marker.ALWAYS).filter(m -> holds(comparison));
    }

    private boolean holds(MarkerComparison comparison) {
        MarkerOperand name = comparison.left() == MarkerVariable.EXTRA ? comparison.right() : comparison.left();
        boolean isAsked = name instanceof MarkerLiteral literal
                && extras.stream().anyMatch(extra -> extra.value().equals(literal.text()));
        return comparison.operator() == MarkerOperator.NOT_EQUAL ? !isAsked : isAsked;
    }

    private static List<Marker> present(List<Optional<Marker>> parts) {
        return parts.stream().flatMap(Optional::stream).toList();
    }
}
