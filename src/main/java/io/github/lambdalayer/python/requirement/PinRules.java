package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Specifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds pins that contradict each other, before a resolver proves it in more words. */
public final class PinRules {

    private PinRules() {}

    /** Reports each pin that differs from an earlier one of the same package and the same marker. */
    public static void check(List<DeclaredRequirement> requirements, Problems problems) {
        Map<PackageName, List<DeclaredRequirement>> pins = new HashMap<>();
        for (DeclaredRequirement found : requirements) {
            Requirement requirement = found.requirement();
            if (requirement.specifiers().isPin()) {
                List<DeclaredRequirement> earlier = pins.computeIfAbsent(requirement.name(), name -> new ArrayList<>());
                first(earlier, requirement.marker())
                        .filter(other -> differ(
                                requirement.specifiers(), other.requirement().specifiers()))
                        .ifPresent(other -> problems.add(clash(found, other)));
                earlier.add(found);
            }
        }
    }

    private static Optional<DeclaredRequirement> first(List<DeclaredRequirement> pins, Marker marker) {
        return pins.stream()
                .filter(pin -> pin.requirement().marker().equals(marker))
                .findFirst();
    }

    /** Whether two pins mean two versions; {@code ==1.0} and {@code ==1.0.0} mean one. */
    private static boolean differ(Specifiers one, Specifiers other) {
        String pinned = one.clauses().get(0).version();
        return !one.equals(other) && !other.acceptsText(pinned);
    }

    private static LayerException clash(DeclaredRequirement found, DeclaredRequirement other) {
        return new LayerException(
                RequirementProblem.CLASHING_PINS,
                found.origin() + ": " + found.requirement() + " contradicts " + other.requirement() + " ("
                        + other.origin() + ").",
                "take one of them out, or give each a marker");
    }
}
