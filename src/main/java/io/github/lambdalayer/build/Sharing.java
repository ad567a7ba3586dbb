package io.github.lambdalayer.build;

import io.github.lambdalayer.build.Selection.Chosen;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Layers that share packages: they are resolved together, so that all have the same versions, and each holds only what it
 * asks for itself and no other provides.
 *
 * @param kept what the layer holds
 * @param provided what it leaves to others
 */
record Sharing(List<Selection> kept, Set<PackageName> provided) {

    Sharing {
        kept = List.copyOf(kept);
        provided = Set.copyOf(provided);
    }

    /** Divides what was chosen for a layer and for all that it is resolved with. */
    static Sharing of(Wanted wanted, List<Selection> selections) {
        if (wanted.together().isEmpty()) {
            return new Sharing(selections, Set.of());
        }
        List<Selection> kept = new ArrayList<>();
        Set<PackageName> provided = new HashSet<>();
        for (Selection selection : selections) {
            Set<PackageName> own = reachable(wanted.requirements(), selection);
            Set<PackageName> others = reachable(wanted.provided(), selection);
            provided.addAll(others);
            kept.add(new Selection(
                    selection.target(),
                    selection.packages().stream()
                            .filter(chosen -> own.contains(chosen.name()) && !others.contains(chosen.name()))
                            .toList()));
        }
        return new Sharing(kept, provided);
    }

    /** The packages that some requirements lead to. */
    private static Set<PackageName> reachable(List<Requirement> requirements, Selection selection) {
        Map<PackageName, Chosen> byName =
                selection.packages().stream().collect(Collectors.toMap(Chosen::name, Function.identity()));
        Deque<PackageName> open =
                new ArrayDeque<>(requirements.stream().map(Requirement::name).toList());
        Set<PackageName> reached = new HashSet<>();
        while (!open.isEmpty()) {
            PackageName next = open.remove();
            if (byName.containsKey(next) && reached.add(next)) {
                open.addAll(byName.get(next).dependencies());
            }
        }
        return reached;
    }
}
