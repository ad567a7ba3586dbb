package io.github.lambdalayer.python.requirement;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What requirements files are read with, for example {@code RequirementsPolicy.of(basedir)}.
 *
 * @param base the folder that all files must lie in, mostly the module's
 * @param variables what {@code ${NAME}} stands for; empty when a variable is not set
 * @param indexOptions what becomes of options that say where packages come from
 */
public record RequirementsPolicy(Path base, Function<String, Optional<String>> variables, IndexOptions indexOptions) {

    /** Variables are those of the environment, and no file may name an index. */
    public static RequirementsPolicy of(Path base) {
        return new RequirementsPolicy(base, name -> Optional.ofNullable(System.getenv(name)), IndexOptions.REFUSE);
    }

    /** The same with other values for variables. */
    public RequirementsPolicy withVariables(Function<String, Optional<String>> others) {
        return new RequirementsPolicy(base, others, indexOptions);
    }

    /** The same with another way with options that name indexes. */
    public RequirementsPolicy withIndexOptions(IndexOptions others) {
        return new RequirementsPolicy(base, variables, others);
    }
}
