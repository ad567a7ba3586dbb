package io.github.lambdalayer.python.requirement;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The names of the marker variables, told to users. */
final class MarkerVariableNames {

    private MarkerVariableNames() {}

    /** The variables that a requirement can use. */
    static String hint() {
        return "the variables are "
                + Arrays.stream(MarkerVariable.values())
                        .filter(v -> v.kind() != MarkerVariable.Kind.SET)
                        .map(MarkerVariable::toString)
                        .collect(Collectors.joining(", "));
    }
}
