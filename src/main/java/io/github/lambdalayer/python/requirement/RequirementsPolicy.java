package io.github.lambdalayer.python.requirement;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What requirements files are read with, for example {@code RequirementsPolicy.of(basedir)}.
 *
 * @param base the folder that all files must lie in, mostly the module's
 * @param variables what {@code ${NAME}} stands for; empty when a variable is not set
 */
public record RequirementsPolicy(Path base, Function<String, Optional<String>> variables) {

    /** Variables are those of the environment. */
    public static RequirementsPolicy of(Path base) {
        return new RequirementsPolicy(base, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** The same with other values for variables. */
    public RequirementsPolicy withVariables(Function<String, Optional<String>> others) {
        return new RequirementsPolicy(base, others);
    }
}
