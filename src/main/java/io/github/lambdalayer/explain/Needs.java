package io.github.lambdalayer.explain;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.requirement.SettledExtras;
import io.github.lambdalayer.python.resolve.ResolveRequest;
import io.github.lambdalayer.python.resolve.RootRequirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who asks for what among the wheels of a choice; first the user, then package by package. */
final class Needs {

    private final Choice choice;
    private final Map<PackageName, Set<ExtraName>> extras = new HashMap<>();
    private final List<Need> all = new ArrayList<>();

    private Needs(Choice choice) {
        this.choice = choice;
    }

    static Needs of(Choice choice) {
        Needs needs = new Needs(choice);
        while (needs.collect()) {
            // Extras that are asked for further down ask for more themselves.
        }
        return needs;
    }

    List<Need> all() {
        return List.copyOf(all);
    }

    /** Those of one package, or of the user. */
    List<Need> by(String who) {
        return all.stream().filter(need -> need.by().equals(who)).toList();
    }

    /** Those for one package. */
    List<Need> on(PackageName name) {
        return all.stream().filter(need -> need.on().equals(name)).toList();
    }

    /** Whether an extra came up that was not known before. */
    private boolean collect() {
        all.clear();
        ResolveRequest request = choice.request();
        for (RootRequirement root : request.requirements()) {
            add(root.origin(), root.requirement(), status(root.requirement(), Optional.empty()));
        }
        request.overrides().forEach(override -> add("an override", override, status(override, Optional.empty())));
        for (ChosenWheel wheel : choice.wheels()) {
            for (Requirement requirement : wheel.metadata().requiresDist()) {
                if (!requirement.name().equals(wheel.name())) {
                    add(wheel.toString(), requirement, status(requirement, Optional.of(wheel)));
                }
            }
            ownExtras(wheel);
        }
        boolean isNews = false;
        for (Need need : all) {
            isNews |= need.counts()
                    && extrasOf(need.on()).addAll(need.requirement().extras());
        }
        return isNews;
    }

    private void add(String by, Requirement requirement, Need.Status status) {
        Need need = new Need(by, requirement, status);
        if (!all.contains(need)) {
            all.add(need);
        }
    }

    /** An extra may be made of others: {@code demo[all]} of {@code demo[aws]}. */
    private void ownExtras(ChosenWheel wheel) {
        wheel.metadata().requiresDist().stream()
                .filter(requirement -> requirement.name().equals(wheel.name()))
                .filter(requirement -> status(requirement, Optional.of(wheel)) == Need.Status.COUNTS)
                .forEach(requirement -> extrasOf(wheel.name()).addAll(requirement.extras()));
    }

    private Set<ExtraName> extrasOf(PackageName name) {
        return extras.computeIfAbsent(name, n -> new HashSet<>());
    }

    private Need.Status status(Requirement requirement, Optional<ChosenWheel> by) {
        Set<ExtraName> asked = by.map(wheel -> extrasOf(wheel.name())).orElse(Set.of());
        Optional<Marker> settled = SettledExtras.in(requirement.marker(), asked);
        if (settled.isPresent()) {
            return holds(settled.get(), Set.of()) ? Need.Status.COUNTS : Need.Status.MARKER_IS_FALSE;
        }
        // A lock does not say which extras it was made for, only what needs what.
        boolean isLocked = by.filter(wheel -> wheel.dependencies().contains(requirement.name()))
                .filter(wheel -> !isNeededWithoutExtras(requirement.name(), wheel))
                .filter(wheel -> holds(requirement.marker(), wheel.metadata().providesExtra()))
                .isPresent();
        return isLocked && asked.isEmpty() ? Need.Status.COUNTS : Need.Status.EXTRA_IS_NOT_ASKED_FOR;
    }

    private boolean isNeededWithoutExtras(PackageName name, ChosenWheel wheel) {
        return wheel.metadata().requiresDist().stream()
                .filter(requirement -> requirement.name().equals(name))
                .anyMatch(requirement -> SettledExtras.in(requirement.marker(), Set.of())
                        .filter(marker -> holds(marker, Set.of()))
                        .isPresent());
    }

    private boolean holds(Marker marker, Set<ExtraName> with) {
        return marker.holds(choice.request().target().markers(), with);
    }
}
