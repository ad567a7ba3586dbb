package io.github.lambdalayer.testing.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The versions of one function, which never change, and the aliases that lead to them. */
final class FakeVersions {

    /** Where an alias leads; {@code other} is a second version that gets a part of the calls, or empty. */
    record Alias(String version, String other, String revision) {}

    private final Map<Integer, List<String>> versions = new TreeMap<>();
    private final Map<String, Alias> aliases = new TreeMap<>();
    private final Map<String, String> failures = new HashMap<>();
    private final List<String> invocations = new ArrayList<>();

    /** Makes a version, unless the newest one is the same; its number. */
    String publish(List<String> layers, boolean always) {
        boolean same = layers.equals(versions.get(versions.size()));
        if (!same || always) {
            versions.put(versions.size() + 1, List.copyOf(layers));
        }
        return latest();
    }

    String latest() {
        return "" + versions.size();
    }

    int count() {
        return versions.size();
    }

    void alias(String name, String version) {
        aliases.put(name, new Alias(version, "", UUID.randomUUID().toString()));
    }

    void divide(String name, String other) {
        aliases.put(
                name, new Alias(find(name).version(), other, UUID.randomUUID().toString()));
    }

    Alias find(String name) {
        Alias alias = aliases.get(name);
        if (alias == null) {
            throw Refusal.notFound("Cannot find alias arn: " + name);
        }
        return alias;
    }

    /** The number of the version that a qualifier means. */
    String resolve(String qualifier) {
        boolean isNumber = qualifier.chars().allMatch(Character::isDigit);
        return isNumber ? qualifier : find(qualifier).version();
    }

    List<String> layersOf(String version) {
        List<String> layers = versions.get(Integer.parseInt(version));
        if (layers == null) {
            throw Refusal.notFound("Function not found: version " + version);
        }
        return layers;
    }

    /** The versions that aliases lead to, by the aliases' names. */
    Map<String, String> aliases() {
        Map<String, String> shown = new TreeMap<>();
        aliases.forEach((name, alias) -> shown.put(name, alias.version()));
        return shown;
    }

    List<String> numbers() {
        return versions.keySet().stream().map(String::valueOf).toList();
    }

    void failing(String layerArn, String message) {
        failures.put(layerArn, message);
    }

    List<String> invocations() {
        return List.copyOf(invocations);
    }

    String invoke(String version, List<String> layers, String event, UnaryOperator<String> answers) {
        invocations.add(version + " " + event);
        for (String layer : layers) {
            if (failures.containsKey(layer)) {
                throw new IllegalStateException(failures.get(layer));
            }
        }
        return answers.apply(event);
    }

    /** The reply about an alias. */
    Map<String, Object> shown(String functionArn, String name) {
        Alias alias = find(name);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("AliasArn", functionArn + ":" + name);
        shown.put("Name", name);
        shown.put("FunctionVersion", alias.version());
        shown.put("RevisionId", alias.revision());
        if (!alias.other().isEmpty()) {
            shown.put("RoutingConfig", Map.of("AdditionalVersionWeights", Map.of(alias.other(), 0.1)));
        }
        return shown;
    }
}
