package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.Collision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return byPair.values().stream().map(this::finding).toList();
    }

    private Finding finding(List<Collision> collisions) {
        Collision first = collisions.get(0);
        int more = collisions.size() - 1;
        String also = more == 0
                ? " differs"
                : more == 1 ? " and another file differ" : " and " + more + " other files differ";
        return error(
                first.path() + also + " between " + first.kept() + " and " + first.dropped() + ".",
                "drop one of the two with <excludedPackages>, or leave the path out with <exclusions>",
                "or set <findings><collision>warn</collision></findings>: the layer then has the file of "
                        + first.kept());
    }
}
