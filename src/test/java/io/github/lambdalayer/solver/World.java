package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** A small universe: versions are numbers, a dependency is {@code b}, {@code b==2}, {@code b>=2,<4} or {@code b[x]>=2}. */
final class World implements Universe<String, Integer>, Wording<String> {

    record Release(List<String> needs, Map<String, List<String>> features, boolean usable, boolean turnsOutBad) {}

    private final List<String> roots = new ArrayList<>();
    private final Map<String, NavigableMap<Integer, Release>> packages = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private boolean lowest;

    World root(String... requirements) {
        roots.addAll(List.of(requirements));
        return this;
    }

    World lowestFirst() {
        lowest = true;
        return this;
    }

    World release(String name, int version, String... needs) {
        return add(name, version, new Release(List.of(needs), new LinkedHashMap<>(), true, false));
    }

    World unusable(String name, int version) {
        return add(name, version, new Release(List.of(), Map.of(), false, false));
    }

    World turnsOutBad(String name, int version) {
        return add(name, version, new Release(List.of(), Map.of(), true, true));
    }

    World feature(String name, int version, String feature, String... needs) {
        releaseOf(name, version).features().put(feature, List.of(needs));
        return this;
    }

    private World add(String name, int version, Release release) {
        packages.computeIfAbsent(name, n -> new TreeMap<>()).put(version, release);
        return this;
    }

    NavigableMap<Integer, Release> releases(String name) {
        return packages.getOrDefault(name, new TreeMap<>());
    }

    Release releaseOf(String name, int version) {
        return Objects.requireNonNull(releases(name).get(version));
    }

    Set<String> names() {
        return packages.keySet();
    }

    List<String> rootTexts() {
        return roots;
    }

    /** The versions whose needs were asked for, {@code a1, b2}. */
    Set<String> asked() {
        return asked;
    }

    Dependency<String> dependency(String text) {
        String name = text.split("[\\[<>=!]", 2)[0];
        List<String> features = text.contains("[")
                ? Arrays.asList(
                        text.substring(text.indexOf('[') + 1, text.indexOf(']')).split(","))
                : List.of();
        List<Integer> versions = List.copyOf(releases(name).keySet());
        IntPredicate accepted = accepted(text);
        VersionSet allowed = VersionSet.of(versions.size(), i -> accepted.test(versions.get(i)));
        return new Dependency<>(name, features, allowed, text.contains("=="), text);
    }

    /** Whether a dependency's specifier accepts a version. */
    static boolean accepts(String text, int version) {
        return accepted(text).test(version);
    }

    private static IntPredicate accepted(String text) {
        String specifier = text.substring(text.indexOf(']') + 1).replaceFirst("^[a-z]+[0-9]*", "");
        return specifier.isEmpty()
                ? version -> true
                : Arrays.stream(specifier.split(","))
                        .map(World::clause)
                        .reduce(IntPredicate::and)
                        .orElseThrow();
    }

    private static IntPredicate clause(String clause) {
        String operator = clause.replaceAll("[0-9]+$", "");
        int operand = Integer.parseInt(clause.substring(operator.length()));
        return switch (operator) {
            case "==" -> version -> version == operand;
            case "!=" -> version -> version != operand;
            case ">=" -> version -> version >= operand;
            case "<" -> version -> version < operand;
            default -> throw new IllegalArgumentException(clause);
        };
    }

    @Override
    public List<Root<String>> roots() {
        return roots.stream()
                .map(text -> new Root<>("your pom", dependency(text)))
                .toList();
    }

    @Override
    public Candidates<Integer> candidates(String subject) {
        List<Release> all = List.copyOf(releases(subject).values());
        return new Candidates<>(
                List.copyOf(releases(subject).keySet()),
                VersionSet.of(all.size(), i -> all.get(i).usable()));
    }

    @Override
    public int choose(String subject, VersionSet allowed) {
        return lowest ? allowed.lowest() : allowed.highest();
    }

    @Override
    public Needs<String> needs(String subject, Integer version) {
        if (!asked.add(subject + version)) {
            throw new IllegalStateException("asked twice for " + subject + version);
        }
        Release release = releaseOf(subject, version);
        return release.turnsOutBad()
                ? new Needs.Unusable<>()
                : new Needs.These<>(
                        release.needs().stream().map(this::dependency).toList());
    }

    @Override
    public List<Dependency<String>> needs(String subject, Integer version, String feature) {
        return releaseOf(subject, version).features().getOrDefault(feature, List.of()).stream()
                .map(this::dependency)
                .toList();
    }

    @Override
    public String name(String subject) {
        return subject;
    }

    @Override
    public String text(String subject, VersionSet versions) {
        List<Integer> all = List.copyOf(releases(subject).keySet());
        if (versions.count() == 1) {
            return subject + "==" + all.get(versions.lowest());
        }
        String from = versions.lowest() == 0 ? "" : ">=" + all.get(versions.lowest());
        String to = versions.highest() == all.size() - 1 ? "" : "<=" + all.get(versions.highest());
        return subject + from + (from.isEmpty() || to.isEmpty() ? "" : ",") + to;
    }

    @Override
    public String whyUnusable(String subject, VersionSet versions) {
        return text(subject, versions) + " has no wheel";
    }

    @Override
    public String whyNone(Dependency<String> dependency) {
        NavigableMap<Integer, Release> releases = releases(dependency.on());
        return releases.isEmpty()
                ? "there is no " + dependency.on()
                : "the newest " + dependency.on() + " is " + releases.lastKey();
    }

    /** All of it, to repeat a failing case. */
    @Override
    public String toString() {
        return "root " + roots + "\n"
                + packages.entrySet().stream()
                        .flatMap(p ->
                                p.getValue().entrySet().stream().map(r -> p.getKey() + r.getKey() + " " + r.getValue()))
                        .collect(Collectors.joining("\n"));
    }
}
