package io.github.lambdalayer.build;

import io.github.lambdalayer.build.Selection.Chosen;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.RootRequirement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one of several layers that are resolved together asks for itself.
 *
 * @param requirements its own, those of its files among them
 * @param excluded what it leaves out, with all that only this leads to
 * @param locked what the lock among its files chooses for it; none where it names no such lock
 */
record Asked(List<Requirement> requirements, Set<PackageName> excluded, List<Selection> locked) {

    /** What a member of {@code spec} asks for. */
    static Asked of(Wanted member, LayerSpec spec) {
        Wanted alone = member.with(List.of(), List.of());
        LayerSpec own = spec.with(alone);
        Requirements requirements = Requirements.of(own);
        return new Asked(
                requirements.roots().stream().map(RootRequirement::requirement).toList(),
                alone.excluded(),
                NamedLock.of(alone)
                        .map(lock -> new LockReading(own, requirements).again(lock))
                        .orElse(List.of()));
    }

    /** The packages of what was chosen for all that this leads to. */
    Set<PackageName> of(Selection all) {
        Map<PackageName, Chosen> byName =
                all.packages().stream().collect(Collectors.toMap(Chosen::name, Function.identity()));
        Deque<PackageName> open = new ArrayDeque<>();
        requirements.stream()
                .filter(each -> each.marker().holds(all.target().python().markers(), Set.of()))
                .map(Requirement::name)
                .forEach(open::add);
        locked.stream()
                .filter(selection -> selection.target().equals(all.target()))
                .flatMap(selection -> selection.packages().stream())
                .map(Chosen::name)
                .forEach(open::add);
        Set<PackageName> reached = new HashSet<>();
        while (!open.isEmpty()) {
            PackageName next = open.remove();
            if (byName.containsKey(next) && !excluded.contains(next) && reached.add(next)) {
                open.addAll(byName.get(next).dependencies());
            }
        }
        return reached;
    }
}
