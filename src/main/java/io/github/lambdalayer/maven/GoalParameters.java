package io.github.lambdalayer.maven;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Reads the parameters that Maven put into the fields of a goal. The fields are the manual (their Javadoc is what
 * {@code lambda-layer:help} prints) and hold only text; a loop reads them, so that a new one needs no second line.
 */
final class GoalParameters {

    private GoalParameters() {}

    /** The fields' values by name; what is not given is not in it. */
    static Map<String, ParameterTree> of(AbstractLayerMojo goal) {
        Map<String, ParameterTree> parameters = new LinkedHashMap<>();
        for (Class<?> c = goal.getClass(); c != AbstractLayerMojo.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    tree(field.getName(), value(goal, field)).ifPresent(tree -> parameters.put(field.getName(), tree));
                }
            }
        }
        return parameters;
    }

    /** Properties as a map, those of this plugin only. */
    static Map<String, String> of(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(Parameters.PREFIX))
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static Optional<ParameterTree> tree(String name, Object value) {
        if (value instanceof String text) {
            return Optional.of(ParameterTree.text(name, text));
        }
        if (value instanceof List<?> texts) {
            // Maven makes an empty list of a property that is not set.
            return texts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ParameterTree.list(
                            name,
                            texts.stream()
                                    .map(text -> text == null ? "" : text.toString())
                                    .toList()));
        }
        if (value instanceof PlexusConfiguration configuration) {
            return tree(ParameterTree.of(configuration));
        }
        return Optional.empty();
    }

    /** Maven leaves the expression of a property there that is not set, beside what the pom says. */
    private static Optional<ParameterTree> tree(ParameterTree raw) {
        boolean unset = raw.text().startsWith("${" + Parameters.PREFIX);
        ParameterTree tree = unset ? new ParameterTree(raw.name(), "", raw.children()) : raw;
        return unset && tree.children().isEmpty() ? Optional.empty() : Optional.of(tree);
    }

    private static Object value(AbstractLayerMojo goal, Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(goal);
            return value == null ? Optional.empty() : value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
