package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.SyntaxFault;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.target.MarkerEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The condition of a requirement, such as {@code python_version < "3.11" and extra == "tests"} (PEP 508).
 * As text it has its normal form: double quotes, today's names of variables, no needless parentheses; it is
 * empty for {@link #ALWAYS}.
 */
public sealed interface Marker permits MarkerComparison, MarkerAnd, MarkerOr {

    /** Holds everywhere. */
    @SuppressWarnings("ClassInitializationDeadlock") // only this interface makes instances of that class
    Marker ALWAYS = new MarkerAnd(List.of());

    /**
     * The marker that a text holds.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link RequirementProblem#BAD_MARKER}, with a caret
     */
    static Marker parse(String text) {
        try {
            return MarkerParser.parse(text);
        } catch (SyntaxFault e) {
            throw e.in(RequirementProblem.BAD_MARKER, "an environment marker", text);
        }
    }

    /** Whether it is {@link #ALWAYS}, however it was put together. */
    default boolean isAlways() {
        return this instanceof MarkerAnd and && and.all().isEmpty();
    }

    /** Holds where both do. */
    static Marker and(Marker left, Marker right) {
        return allOf(List.of(left, right));
    }

    /** Holds where all do; the ands among them are merged into one. */
    static Marker allOf(List<Marker> markers) {
        List<Marker> flat = new ArrayList<>();
        for (Marker marker : markers) {
            if (marker instanceof MarkerAnd and) {
                flat.addAll(and.all());
            } else {
                flat.add(marker);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new MarkerAnd(flat);
    }

    /** Holds where at least one does; the ors among them are merged into one. */
    static Marker anyOf(List<Marker> markers) {
        if (markers.size() == 1) {
            return markers.get(0);
        }
        List<Marker> flat = new ArrayList<>();
        for (Marker marker : markers) {
            if (marker.isAlways()) {
                return ALWAYS;
            }
            if (marker instanceof MarkerOr or) {
                flat.addAll(or.any());
            } else {
                flat.add(marker);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new MarkerOr(flat);
    }

    /**
     * Whether it holds for a requirement in a package's metadata: a marker {@code extra == "x"} is true when x is
     * among the extras that are asked for, {@code extra != "x"} when it is not.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link RequirementProblem#UNDEFINED_MARKER} when it compares
     *     what cannot be compared
     */
    default boolean holds(MarkerEnvironment environment, Set<ExtraName> extras) {
        return MarkerContext.ofMetadata(environment, extras).holds(this);
    }

    /**
     * Whether it holds for a package of a pylock.toml, where {@code extras} and {@code dependency_groups} are sets and
     * the variable for a single extra does not exist (PEP 751).
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link RequirementProblem#UNDEFINED_MARKER}
     */
    default boolean holdsInLock(MarkerEnvironment environment, Set<ExtraName> extras, Set<String> groups) {
        return MarkerContext.ofLock(environment, extras, groups).holds(this);
    }
}
