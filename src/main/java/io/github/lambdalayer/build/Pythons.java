package io.github.lambdalayer.build;

import io.github.lambdalayer.interpreter.PythonSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where Pythons of this machine may be. Nothing needs one but {@code bytecode} and the trials of the goal {@code check}.
 *
 * @param toolchains those that Maven knows, which come first
 * @param environment the variables that say where others are, such as {@code PATH}
 */
public record Pythons(List<Path> toolchains, Map<String, String> environment) {

    /** Nowhere. */
    public static final Pythons NONE = new Pythons(List.of(), Map.of());

    /** Keeps copies. */
    public Pythons {
        toolchains = List.copyOf(toolchains);
        environment = Map.copyOf(environment);
    }

    PythonSearch search() {
        return PythonSearch.of(environment, toolchains);
    }
}
