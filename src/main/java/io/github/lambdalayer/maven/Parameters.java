package io.github.lambdalayer.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the user gave for one layer, by parameter: a property on the command line, else what stands in its
 * {@code <layer>}, else what stands outside of it, else a property of the pom.
 *
 * <p>A parameter that stands there but is empty, such as {@code <indexUrl/>}, is given as an empty text.
 */
final class Parameters {

    /** The prefix of every property: {@code lambda-layer.layerName} is the parameter {@code layerName}. */
    static final String PREFIX = "lambda-layer.";

    private final Function<String, Optional<String>> commandLine;
    private final Map<String, ParameterTree> trees;
    private final Function<String, Optional<String>> pomProperties;

    private Parameters(
            Function<String, Optional<String>> commandLine,
            Map<String, ParameterTree> trees,
            Function<String, Optional<String>> pomProperties) {
        this.commandLine = commandLine;
        this.trees = trees;
        this.pomProperties = pomProperties;
    }

    /**
     * Parameters of a goal.
     *
     * @param commandLine the properties of the command line, with their prefix
     * @param trees what the pom's configuration holds, by parameter
     * @param pomProperties other properties, with their prefix
     */
    static Parameters of(
            Map<String, String> commandLine, Map<String, ParameterTree> trees, Map<String, String> pomProperties) {
        return new Parameters(
                name -> Optional.ofNullable(commandLine.get(PREFIX + name)),
                new LinkedHashMap<>(trees),
                name -> Optional.ofNullable(pomProperties.get(PREFIX + name)));
    }

    /** The parameters of one {@code <layer>}: what it does not say is as outside of it. */
    Parameters of(ParameterTree layer) {
        Map<String, ParameterTree> merged = new LinkedHashMap<>(trees);
        layer.children().forEach(child -> merged.put(child.name(), child));
        return new Parameters(commandLine, merged, pomProperties);
    }

    /** The text of a parameter, which may be empty. */
    Optional<Given> text(String name) {
        Optional<Given> given = commandLine.apply(name).map(text -> new Given(text.strip(), "-D" + PREFIX + name));
        if (given.isEmpty()) {
            given = Optional.ofNullable(trees.get(name)).map(tree -> new Given(tree.text(), "<" + name + ">"));
        }
        return given.isPresent()
                ? given
                : pomProperties.apply(name).map(text -> new Given(text.strip(), "property " + PREFIX + name));
    }

    /** The text of a parameter where it is not empty. */
    Optional<Given> nonEmpty(String name) {
        return text(name).filter(given -> !given.text().isEmpty());
    }

    /** Whether a switch is on; {@code otherwise} where it is not given. */
    boolean flag(String name, boolean otherwise) {
        return nonEmpty(name).map(Words::flag).orElse(otherwise);
    }

    /** One of a few words; {@code otherwise} where it is not given. */
    <E extends Enum<E>> E word(String name, E[] constants, E otherwise) {
        return nonEmpty(name).map(given -> Words.of(given, constants)).orElse(otherwise);
    }

    /** A text of a shape that {@code what} describes; "" where it is not given. */
    String shaped(String name, Pattern shape, String what) {
        return nonEmpty(name).map(given -> Words.shaped(given, shape, what)).orElse("");
    }

    /** The elements of a list, in order; one text is cut at {@code separator}. */
    List<Given> list(String name, Separator separator) {
        if (commandLine.apply(name).isEmpty()) {
            ParameterTree tree = trees.get(name);
            if (tree != null && !tree.children().isEmpty()) {
                return elements(tree);
            }
        }
        return text(name).map(given -> cut(given, separator)).orElse(List.of());
    }

    /** Whether a property on the command line says what the parameter is. */
    boolean isOnCommandLine(String name) {
        return commandLine.apply(name).isPresent();
    }

    /** A text where only parts can be: {@code -Dlambda-layer.indexes=…} instead of {@code <indexes><index>…}. */
    Optional<Given> misplaced(String name) {
        return text(name)
                .filter(given -> isOnCommandLine(name)
                        || !trees.containsKey(name)
                        || !given.text().isEmpty());
    }

    /** The parts of a structured parameter, such as each {@code <index>} of {@code <indexes>}. */
    List<ParameterTree> parts(String name) {
        ParameterTree tree = trees.get(name);
        return tree == null ? List.of() : tree.children();
    }

    /** The elements of a list that stands anywhere. */
    static List<Given> elements(ParameterTree tree, Separator separator) {
        return tree.children().isEmpty()
                ? cut(new Given(tree.text(), "<" + tree.name() + ">"), separator)
                : elements(tree);
    }

    private static List<Given> elements(ParameterTree tree) {
        List<Given> elements = new ArrayList<>();
        for (ParameterTree child : tree.children()) {
            String place = "<" + child.name() + "> " + (elements.size() + 1);
            elements.add(new Given(child.text(), place));
        }
        return elements;
    }

    private static List<Given> cut(Given given, Separator separator) {
        return separator.split(given.text()).stream()
                .map(part -> new Given(part, given.place()))
                .toList();
    }
}
