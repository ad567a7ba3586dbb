package io.github.lambdalayer.build;

import io.github.lambdalayer.python.name.PackageName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    static Sharing of(LayerSpec spec, List<Selection> selections) {
        Wanted wanted = spec.wanted();
        if (wanted.together().isEmpty()) {
            return new Sharing(selections, Set.of());
        }
        Asked own = Asked.of(wanted, spec);
        List<Asked> providers =
                wanted.provided().stream().map(each -> Asked.of(each, spec)).toList();
        List<Selection> kept = new ArrayList<>();
        Set<PackageName> provided = new HashSet<>();
        for (Selection selection : selections) {
            Set<PackageName> others = providers.stream()
                    .flatMap(each -> each.of(selection).stream())
                    .collect(Collectors.toSet());
            Set<PackageName> mine = own.of(selection);
            provided.addAll(others);
            kept.add(new Selection(
                    selection.target(),
                    selection.packages().stream()
                            .filter(chosen -> mine.contains(chosen.name()) && !others.contains(chosen.name()))
                            .toList()));
        }
        return new Sharing(kept, provided);
    }
}
