package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.resolve.OracleWorld.Flaw;
import io.github.lambdalayer.python.resolve.OracleWorld.OracleRelease;
import io.github.lambdalayer.python.version.PreReleases;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tries every combination of versions: slow, and simple enough to be believed. Knows nothing of the resolver. */
final class Exhaustive {

    private final OracleWorld world;
    private final Map<String, Map<String, OracleRelease>> usable = new LinkedHashMap<>();

    Exhaustive(OracleWorld world) {
        this.world = world;
        world.releases().stream()
                .filter(this::isUsable)
                .forEach(r -> usable.computeIfAbsent(r.name(), n -> new LinkedHashMap<>())
                        .put(r.version(), r));
    }

    /** A requirement taken apart. */
    private record Need(String name, List<String> extras, Specifiers specifiers, boolean applies) {}

    private final Map<String, Need> needs = new HashMap<>();

    private Need need(String text) {
        return needs.computeIfAbsent(text, Exhaustive::parsed);
    }

    private static Need parsed(String text) {
        String plain = text.split(" ; ", 2)[0];
        String name = plain.split("[\\[<>=!]", 2)[0];
        int open = plain.indexOf('[');
        List<String> extras = open < 0
                ? List.of()
                : List.of(plain.substring(open + 1, plain.indexOf(']')).split(","));
        String specifiers = plain.substring(Math.max(name.length(), plain.indexOf(']') + 1));
        return new Need(name, extras, Specifiers.parse(specifiers), !text.endsWith("< '3.13'"));
    }

    private boolean isUsable(OracleRelease release) {
        Version version = Version.parse(release.version());
        boolean fits = release.flaw() == Flaw.NONE || (release.flaw() == Flaw.YANKED && isPinned(release, version));
        boolean allowed = world.preReleases() != PreReleases.DISALLOW || !version.isPreRelease();
        return fits
                && allowed
                && world.constraints().stream()
                        .map(this::need)
                        .allMatch(c -> !c.name().equals(release.name())
                                || c.specifiers().accepts(version));
    }

    /** By what the user writes; a constraint counts too. */
    private boolean isPinned(OracleRelease release, Version version) {
        List<String> written = new ArrayList<>(world.roots());
        written.addAll(world.constraints());
        return written.stream()
                .map(this::need)
                .anyMatch(n -> n.applies()
                        && n.name().equals(release.name())
                        && n.specifiers().toString().startsWith("==")
                        && n.specifiers().accepts(version));
    }

    boolean hasSolution() {
        return search(List.copyOf(usable.keySet()), new HashMap<>());
    }

    private boolean search(List<String> open, Map<String, String> chosen) {
        if (open.isEmpty()) {
            return needed(chosen).isPresent();
        }
        List<String> rest = open.subList(1, open.size());
        for (String version : releases(open.get(0)).keySet()) {
            chosen.put(open.get(0), version);
            if (search(rest, chosen)) {
                return true;
            }
        }
        chosen.remove(open.get(0));
        return search(rest, chosen);
    }

    private Map<String, OracleRelease> releases(String name) {
        return usable.getOrDefault(name, Map.of());
    }

    /** The packages that are needed when these versions are chosen; empty when they do not fit together. */
    Optional<Set<String>> needed(Map<String, String> chosen) {
        List<String> open = new ArrayList<>(world.roots());
        Set<String> expanded = new HashSet<>();
        Set<String> needed = new HashSet<>();
        while (!open.isEmpty()) {
            Need need = need(open.remove(open.size() - 1));
            if (!need.applies() || need.name().equals(world.excluded())) {
                continue;
            }
            String version = chosen.get(need.name());
            if (version == null
                    || !releases(need.name()).containsKey(version)
                    || !need.specifiers().accepts(Version.parse(version))) {
                return Optional.empty();
            }
            OracleRelease release = Objects.requireNonNull(releases(need.name()).get(version));
            needed.add(need.name());
            if (expanded.add(need.name())) {
                open.addAll(release.requires());
            }
            for (String extra : need.extras()) {
                if (expanded.add(need.name() + "[" + extra + "]")) {
                    open.addAll(release.extras().getOrDefault(extra, List.of()));
                }
            }
        }
        return Optional.of(needed);
    }

    /** A version that should have been taken before the chosen one, all else left as it is. */
    Optional<String> better(Map<String, String> chosen, String name) {
        Version taken = Version.parse(Objects.requireNonNull(chosen.get(name)));
        return releases(name).keySet().stream()
                .filter(other -> bestFirst().compare(Version.parse(other), taken) < 0)
                .filter(other -> {
                    Map<String, String> changed = new HashMap<>(chosen);
                    changed.put(name, other);
                    return needed(changed).isPresent();
                })
                .findFirst();
    }

    private Comparator<Version> bestFirst() {
        Comparator<Version> highest = Comparator.<Version>naturalOrder().reversed();
        return world.preReleases() == PreReleases.ALLOW
                ? highest
                : Comparator.comparing(Version::isPreRelease).thenComparing(highest);
    }
}
