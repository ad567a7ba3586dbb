package io.github.lambdalayer.testing.aws;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The functions of one region by their names. */
final class Functions {

    private final String arnPrefix;
    private final Map<String, FakeFunction> functions = new TreeMap<>();

    Functions(String arnPrefix) {
        this.arnPrefix = arnPrefix;
    }

    FakeFunction create(String name) {
        FakeFunction function = new FakeFunction(arn(name));
        functions.put(name, function);
        return function;
    }

    String arn(String name) {
        return name.startsWith("arn:") ? name : arnPrefix + name;
    }

    /** The function of this name or ARN. */
    FakeFunction get(String nameOrArn) {
        String name = nameOrArn.startsWith(arnPrefix) ? nameOrArn.substring(arnPrefix.length()) : nameOrArn;
        FakeFunction function = functions.get(name);
        if (function == null) {
            throw Refusal.notFound("Function not found: " + arn(nameOrArn));
        }
        return function;
    }

    Map<String, String> tags(String name) {
        FakeFunction function = functions.get(name);
        return function == null ? Map.of() : function.tags();
    }

    Collection<FakeFunction> all() {
        return functions.values();
    }
}
