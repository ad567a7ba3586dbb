package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.Collision;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.DescribedPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two packages that want one path for different bytes; told once for each pair of packages. */
final class CollisionCheck implements LayerCheck {

    @Override
    public String id() {
        return "collision";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<List<String>, List<Collision>> byPair = new LinkedHashMap<>();
        for (Collision collision : layer.plan().collisions()) {
            byPair.computeIfAbsent(List.of(collision.kept(), collision.dropped()), pair -> new ArrayList<>())
                    .add(collision);
        }
        if (byPair.isEmpty()) {
            return List.of();
        }
        Requiring requiring = Requiring.of(layer);
        return byPair.values().stream()
                .map(collisions -> finding(collisions, requiring))
                .toList();
    }

    /** Which wheels require which: a package that brings files of one that it requires was made to be beside it. */
    private record Requiring(Map<String, PackageName> names, Map<PackageName, Set<PackageName>> requires) {

        static Requiring of(AuditedLayer layer) {
            Map<String, PackageName> names = new HashMap<>();
            layer.plan().packages().forEach(each -> names.put(each.wheel(), each.name()));
            Map<PackageName, Set<PackageName>> requires = new HashMap<>();
            layer.targets().stream()
                    .flatMap(target -> target.packages().stream())
                    .map(DescribedPackage::metadata)
                    .forEach(each -> each.requiresDist()
                            .forEach(requirement -> requires.computeIfAbsent(each.name(), name -> new HashSet<>())
                                    .add(requirement.name())));
            return new Requiring(names, requires);
        }

        boolean oneTheOther(Collision collision) {
            PackageName kept = names.get(collision.kept());
            PackageName dropped = names.get(collision.dropped());
            return kept != null
                    && dropped != null
                    && (requires.getOrDefault(kept, Set.of()).contains(dropped)
                            || requires.getOrDefault(dropped, Set.of()).contains(kept));
        }
    }

    private Finding finding(List<Collision> collisions, Requiring requiring) {
        Collision first = collisions.get(0);
        int more = collisions.size() - 1;
        String also = more == 0
                ? " differs"
                : more == 1 ? " and another file differ" : " and " + more + " other files differ";
        String sentence = first.path() + also + " between " + first.kept() + " and " + first.dropped();
        if (requiring.oneTheOther(first)) {
            return warning(
                    sentence + ", one of which requires the other; the layer has what is of " + first.kept() + ".",
                    "leave the path out with <exclusions> where the other one is needed");
        }
        return error(
                sentence + "; the layer would have what is of " + first.kept() + ".",
                "drop one of the two with <excludedPackages>, or leave the path out with <exclusions>");
    }
}
