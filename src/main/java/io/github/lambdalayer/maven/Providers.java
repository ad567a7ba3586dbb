package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.build.Wanted;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which layers of a project leave packages to which others ({@code providedBy}), and what each has to know of them. */
final class Providers {

    private final Problems problems;
    /** By the name that is declared, which the layers for two architectures share. */
    private final Map<String, DeclaredLayer> layers = new LinkedHashMap<>();

    private final Map<String, Set<String>> providers = new HashMap<>();

    Providers(Problems problems, List<DeclaredLayer> declared) {
        this.problems = problems;
        for (DeclaredLayer layer : declared) {
            layers.putIfAbsent(name(layer), layer);
        }
        layers.values().forEach(this::readProviders);
    }

    /** The layers, each of which knows what it is resolved with and what others provide. */
    List<DeclaredLayer> connected(List<DeclaredLayer> declared) {
        if (providers.values().stream().allMatch(Set::isEmpty) || !problems.isEmpty()) {
            return declared;
        }
        layers.values().forEach(this::requireTheSame);
        return declared.stream().map(this::connected).toList();
    }

    private void readProviders(DeclaredLayer layer) {
        Set<String> names = new LinkedHashSet<>();
        for (Given given : layer.parameters().list("providedBy", Separator.COMMA)) {
            if (!layers.containsKey(given.text()) || given.text().equals(name(layer))) {
                problems.add(noSuchLayer(given, name(layer)));
            } else {
                names.add(given.text());
            }
        }
        providers.put(name(layer), names);
    }

    private LayerException noSuchLayer(Given given, String own) {
        List<String> others =
                layers.keySet().stream().filter(name -> !name.equals(own)).toList();
        return others.isEmpty()
                ? new LayerException(
                        PomProblem.BAD_PARAMETER,
                        given.place() + " is \"" + given.text() + "\", but this pom declares no other layer.",
                        "declare both in <layers>")
                : Words.bad(given, others);
    }

    private DeclaredLayer connected(DeclaredLayer layer) {
        String name = name(layer);
        Set<String> providing = reachable(name, providers);
        Set<String> group = reachable(name, neighbours());
        if (providing.contains(name)) {
            problems.add(new LayerException(
                    PomProblem.BAD_PARAMETER, "The layer " + name + " is <providedBy> itself, through other layers."));
        }
        group.remove(name);
        if (group.isEmpty()) {
            return layer;
        }
        List<Wanted> all = wanted(with(group, name));
        Wanted wanted = layer.spec().wanted().with(all, wanted(providing));
        return new DeclaredLayer(layer.spec().with(wanted), layer.parameters(), layer.oneOfSeveral());
    }

    private static Set<String> with(Set<String> names, String another) {
        Set<String> all = new LinkedHashSet<>(names);
        all.add(another);
        return all;
    }

    /** One resolution has one of each of these; of two layers the later one in the pom says so. */
    private void requireTheSame(DeclaredLayer layer) {
        Set<String> group = reachable(name(layer), neighbours());
        for (DeclaredLayer other : layers.values()) {
            if (name(other).equals(name(layer))) {
                return;
            }
            if (group.contains(name(other))) {
                requireTheSame(layer, other);
            }
        }
    }

    private void requireTheSame(DeclaredLayer layer, DeclaredLayer other) {
        LayerSpec mine = layer.spec();
        LayerSpec theirs = other.spec();
        Map<String, Function<LayerSpec, Object>> parts = new LinkedHashMap<>();
        parts.put(
                "indexes",
                spec -> List.of(spec.indexes().indexes(), spec.indexes().pinned()));
        parts.put("indexOptions", spec -> spec.indexes().fileOptions());
        parts.put("findLinks", spec -> spec.indexes().findLinks());
        parts.put("uploadedPriorTo", spec -> spec.wanted().uploadedPriorTo());
        parts.put("prereleases", spec -> spec.wanted().preReleases());
        parts.put("resolution", spec -> spec.wanted().strategy());
        parts.forEach((name, part) -> {
            if (!part.apply(mine).equals(part.apply(theirs))) {
                problems.add(new LayerException(
                        PomProblem.BAD_PARAMETER,
                        "The layers " + name(other) + " and " + name(layer)
                                + " share packages by <providedBy>, and have different <" + name
                                + ">; what is resolved together has one.",
                        "write <" + name + "> outside of <layers>"));
            }
        });
    }

    private Map<String, Set<String>> neighbours() {
        Map<String, Set<String>> neighbours = new HashMap<>();
        providers.forEach((name, others) -> others.forEach(other -> {
            neighbours.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(other);
            neighbours.computeIfAbsent(other, key -> new LinkedHashSet<>()).add(name);
        }));
        return neighbours;
    }

    /** All that can be reached in one step or more. */
    static Set<String> reachable(String from, Map<String, Set<String>> steps) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            steps.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    /** In the order of the pom, which all that share have in common: it decides which version is looked for first. */
    private List<Wanted> wanted(Set<String> names) {
        return layers.entrySet().stream()
                .filter(each -> names.contains(each.getKey()))
                .map(each -> each.getValue().spec().wanted())
                .toList();
    }

    /** As it is declared, without the architecture. */
    static String name(DeclaredLayer layer) {
        return layer.parameters()
                .nonEmpty("layerName")
                .map(Given::text)
                .orElse(layer.spec().name().value());
    }
}
