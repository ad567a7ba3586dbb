package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a request says about packages, markers taken into account. */
final class Rules {

    private final ResolveRequest request;
    private final Map<PackageName, List<Requirement>> constraints;
    private final Map<PackageName, List<Requirement>> overrides;
    private final Set<PackageName> overridden = new HashSet<>();
    private final List<RootRequirement> roots;
    private final Map<PackageName, List<Requirement>> pins;
    private final Set<PackageName> direct = new HashSet<>();
    private final DirectWheels wheels;

    Rules(ResolveRequest request) {
        this.request = request;
        this.constraints = byName(request.constraints().stream());
        this.overrides = byName(request.overrides().stream());
        request.overrides().forEach(o -> overridden.add(o.name()));
        this.roots = request.requirements().stream()
                .flatMap(root ->
                        inForce(root).stream().map(requirement -> new RootRequirement(requirement, root.origin())))
                .toList();
        roots.forEach(root -> direct.add(root.requirement().name()));
        this.wheels = DirectWheels.of(Stream.concat(
                roots.stream(),
                overrides.values().stream()
                        .flatMap(List::stream)
                        .map(override -> new RootRequirement(override, "an override"))));
        this.pins = byName(Stream.concat(
                        roots.stream().map(RootRequirement::requirement),
                        Stream.concat(request.constraints().stream(), request.overrides().stream()))
                .filter(r -> r.specifiers().isPin()));
    }

    private List<Requirement> inForce(RootRequirement root) {
        try {
            return inForce(root.requirement(), Set.of());
        } catch (LayerException e) {
            throw e.about(root.origin());
        }
    }

    private Map<PackageName, List<Requirement>> byName(Stream<Requirement> requirements) {
        Map<PackageName, List<Requirement>> byName = new HashMap<>();
        requirements
                .filter(r -> holds(r, Set.of()))
                .forEach(r ->
                        byName.computeIfAbsent(r.name(), n -> new ArrayList<>()).add(r));
        return byName;
    }

    private boolean holds(Requirement requirement, Set<ExtraName> extras) {
        return requirement.marker().holds(request.target().markers(), extras);
    }

    ResolveRequest request() {
        return request;
    }

    /** What the user asks for here. */
    List<RootRequirement> roots() {
        return roots;
    }

    /** The packages that are had from an address. */
    DirectWheels wheels() {
        return wheels;
    }

    boolean isDirect(PackageName name) {
        return direct.contains(name);
    }

    /** What becomes of a requirement: nothing when its marker does not hold, an override, or itself. */
    List<Requirement> inForce(Requirement requirement, Set<ExtraName> extras) {
        PackageName name = requirement.name();
        if (!holds(requirement, extras) || request.excluded().contains(name)) {
            return List.of();
        }
        return overridden.contains(name) ? overrides.getOrDefault(name, List.of()) : List.of(requirement);
    }

    /** What a package needs, or one of its extras needs besides. */
    List<Requirement> needs(List<Requirement> requiresDist, Optional<ExtraName> extra) {
        return requiresDist.stream()
                .filter(r -> extra.isEmpty() || !holds(r, Set.of()))
                .flatMap(r -> inForce(r, extra.map(Set::of).orElse(Set.of())).stream())
                .distinct()
                .toList();
    }

    /** The constraint that excludes a version. */
    Optional<Requirement> excluding(PackageName name, Version version) {
        for (Requirement constraint : constraints.getOrDefault(name, List.of())) {
            if (!constraint.specifiers().accepts(version)) {
                return Optional.of(constraint);
            }
        }
        return Optional.empty();
    }

    /** Whether the user names this very version, so that it is taken even when it is yanked. */
    boolean isPinned(PackageName name, Version version) {
        Version preferred = request.preferred().get(name);
        if (preferred != null && preferred.equals(version)) {
            return true;
        }
        for (Requirement pin : pins.getOrDefault(name, List.of())) {
            if (pin.specifiers().accepts(version)) {
                return true;
            }
        }
        return false;
    }
}
