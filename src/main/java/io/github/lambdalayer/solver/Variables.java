package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All variables, numbered as they are first seen. */
final class Variables<P> {

    private final Variable<P> root = Variable.root();
    private final List<Variable<P>> all = new ArrayList<>(List.of(root));
    private final Map<P, Map<String, Variable<P>>> byName = new HashMap<>();

    Variable<P> root() {
        return root;
    }

    /** In the order in which they were first seen. */
    List<Variable<P>> all() {
        return all;
    }

    Optional<Variable<P>> find(P subject, String feature) {
        return Optional.ofNullable(byName.getOrDefault(subject, Map.of()).get(feature));
    }

    Variable<P> addPackage(P subject, int candidates) {
        return add(Variable.ofPackage(all.size(), subject, candidates));
    }

    Variable<P> addFeature(P subject, String feature) {
        return add(Variable.ofFeature(all.size(), subject, feature));
    }

    private Variable<P> add(Variable<P> variable) {
        all.add(variable);
        byName.computeIfAbsent(variable.subject(), subject -> new HashMap<>()).put(variable.feature(), variable);
        return variable;
    }

    /** The package that a feature is part of. */
    Variable<P> host(Variable<P> feature) {
        return find(feature.subject(), "").orElseThrow();
    }
}
