package io.github.lambdalayer.solver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks a universe about candidates and their needs as late as possible, and tells the search. */
final class Expansion<P, V> implements Search.Source<P> {

    private final Universe<P, V> universe;
    private final Search<P> search;
    private final Premises<P> premises;
    private final Merging<P> merging;
    private final Map<P, List<V>> versions = new HashMap<>();
    private final Map<Variable<P>, Set<Integer>> asked = new HashMap<>();

    Expansion(Universe<P, V> universe, Search<P> search) {
        this.universe = universe;
        this.search = search;
        this.premises = new Premises<>(search.variables, this::lookUp);
        this.merging = new Merging<>(premises, search.facts);
        for (Root<P> root : universe.roots()) {
            notePin(root.dependency());
            search.assume(premises.of(new Cause.Required<>(root)));
        }
    }

    private void notePin(Dependency<P> dependency) {
        if (dependency.pinned()) {
            search.priorities.pinned(dependency.on());
        }
    }

    private Variable<P> lookUp(P subject, String feature) {
        return search.variables
                .find(subject, feature)
                .orElseGet(() -> feature.isEmpty() ? addPackage(subject) : addFeature(subject, feature));
    }

    private Variable<P> addPackage(P subject) {
        Candidates<V> candidates = universe.candidates(subject);
        versions.put(subject, candidates.versions());
        Variable<P> added =
                search.variables.addPackage(subject, candidates.versions().size());
        VersionSet unusable = candidates.usable().not();
        if (!unusable.isEmpty()) {
            search.assume(List.of(premises.of(new Cause.Unusable<>(subject, unusable))));
        }
        return added;
    }

    private Variable<P> addFeature(P subject, String feature) {
        lookUp(subject, "");
        Variable<P> added = search.variables.addFeature(subject, feature);
        search.assume(List.of(premises.of(new Cause.PartOf<>(subject, feature))));
        return added;
    }

    /** The version that was decided on. */
    V version(Variable<P> variable) {
        return version(variable.subject(), decided(variable));
    }

    private V version(P subject, int candidate) {
        return versions.getOrDefault(subject, List.of()).get(candidate);
    }

    private int decided(Variable<P> variable) {
        return search.solution.decided(variable).orElseThrow();
    }

    @Override
    public int choose(Variable<P> variable, VersionSet allowed) {
        return universe.choose(variable.subject(), allowed);
    }

    @Override
    public boolean expand(Variable<P> variable, int candidate) {
        int version = variable.isFeature() ? decided(search.variables.host(variable)) : candidate;
        if (!asked.computeIfAbsent(variable, v -> new HashSet<>()).add(version)) {
            return true;
        }
        Needs<P> needs = needs(variable, version);
        if (needs instanceof Needs.These<P> these) {
            return add(variable, version, these.dependencies());
        }
        VersionSet only = VersionSet.only(variable.size(), version);
        search.assume(List.of(premises.of(new Cause.Unusable<>(variable.subject(), only))));
        return false;
    }

    private Needs<P> needs(Variable<P> variable, int candidate) {
        P subject = variable.subject();
        V version = version(subject, candidate);
        return variable.isFeature()
                ? new Needs.These<>(universe.needs(subject, version, variable.feature()))
                : universe.needs(subject, version);
    }

    /** Whether nothing of this is in conflict with what is known. */
    private boolean add(Variable<P> variable, int version, List<Dependency<P>> dependencies) {
        P subject = variable.subject();
        VersionSet only = VersionSet.only(lookUp(subject, "").size(), version);
        boolean free = true;
        for (Dependency<P> dependency : dependencies) {
            notePin(dependency);
            for (Facts.Fact<P> fact : merging.add(new Cause.Depends<>(subject, only, variable.feature(), dependency))) {
                free &= isFree(variable, fact.incompatibility());
            }
        }
        return free;
    }

    private boolean isFree(Variable<P> variable, Incompatibility<P> incompatibility) {
        boolean conflict = incompatibility.terms().stream()
                .filter(term -> term.variable() != variable)
                .allMatch(term -> search.solution.known(term.variable()).implies(term));
        if (conflict) {
            search.priorities.conflict(variable, incompatibility);
        }
        return !conflict;
    }
}
