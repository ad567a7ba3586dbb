package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Whether a goal is left out, and what says so. The command line beats the pom both ways, and the goal's own property
 * ({@code lambda-layer.publish.skip}) beats that of all goals.
 */
final class Skipping {

    private static final String ALL = "lambda-layer.skip";

    private final Properties commandLine;
    private final Properties pom;

    Skipping(Properties commandLine, Properties pom) {
        this.commandLine = commandLine;
        this.pom = pom;
    }

    /**
     * What leaves the goal out, for example {@code lambda-layer.skip is true}.
     *
     * @param parameter the parameter {@code skip}, empty where it is not given
     * @throws LayerException with {@link PomProblem#BAD_PARAMETER} when a value is neither true nor false
     */
    Optional<String> reason(String goal, String parameter) {
        String own = "lambda-layer." + goal + ".skip";
        String[][] byWeight = {
            {own, commandLine.getProperty(own)},
            {ALL, commandLine.getProperty(ALL)},
            {own, pom.getProperty(own)},
            {"<skip>", parameter}
        };
        for (String[] each : byWeight) {
            if (each[1] != null) {
                return isOn(each[0], each[1]) ? Optional.of(each[0] + " is true") : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isOn(String name, String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default ->
                throw new LayerException(
                        PomProblem.BAD_PARAMETER, name + " is \"" + value + "\"; it must be true or false.");
        };
    }
}
