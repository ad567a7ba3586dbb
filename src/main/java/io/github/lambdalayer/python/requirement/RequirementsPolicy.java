package io.github.lambdalayer.python.requirement;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What requirements files may do: {@code RequirementsPolicy.of(basedir)} allows the least.
 *
 * @param base the folder that all files must lie in, mostly the module's
 * @param indexOptions whether they may name indexes, which changes whom the build trusts
 * @param variables what {@code ${NAME}} stands for; empty when a variable is not set
 */
public record RequirementsPolicy(Path base, boolean indexOptions, Function<String, Optional<String>> variables) {

    /** No index options; variables are those of the environment. */
    public static RequirementsPolicy of(Path base) {
        return new RequirementsPolicy(base, false, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** The same, with indexes allowed. */
    public RequirementsPolicy withIndexOptions() {
        return new RequirementsPolicy(base, true, variables);
    }

    /** The same with other values for variables. */
    public RequirementsPolicy withVariables(Function<String, Optional<String>> others) {
        return new RequirementsPolicy(base, indexOptions, others);
    }
}
