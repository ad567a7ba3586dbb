package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.PlannedPackage;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.MarkerEnvironment;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.DescribedPackage;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What would be left of a layer that held one of its packages alone, with all that this one requires. */
final class Closures {

    /** A package that no other requires, and the bytes of it and of all that it requires. */
    record Closure(PackageName name, long bytes) {}

    private final Map<PackageName, Set<PackageName>> requires = new HashMap<>();
    private final Map<PackageName, Long> bytes = new HashMap<>();

    private Closures(AuditedLayer layer) {
        for (PlannedPackage each : layer.plan().packages()) {
            bytes.merge(each.name(), each.unzippedBytes(), Long::sum);
        }
        for (AuditedTarget target : layer.targets()) {
            for (DescribedPackage each : target.packages()) {
                MarkerEnvironment markers = target.target().python().markers();
                CoreMetadata metadata = each.metadata();
                requires.computeIfAbsent(metadata.name(), name -> new HashSet<>())
                        .addAll(metadata.requiresDist().stream()
                                .filter(requirement -> requirement.marker().holds(markers, Set.of()))
                                .map(Requirement::name)
                                .filter(bytes::containsKey)
                                .collect(Collectors.toSet()));
            }
        }
    }

    /** Those of a layer, largest first. */
    static List<Closure> of(AuditedLayer layer) {
        Closures closures = new Closures(layer);
        Set<PackageName> required = new HashSet<>();
        closures.requires.forEach((name, others) ->
                others.stream().filter(other -> !other.equals(name)).forEach(required::add));
        return closures.bytes.keySet().stream()
                .filter(name -> !required.contains(name))
                .map(name -> new Closure(name, closures.bytesOf(name)))
                .sorted(Comparator.comparingLong(Closure::bytes).reversed().thenComparing(Closure::name))
                .toList();
    }

    private long bytesOf(PackageName root) {
        Set<PackageName> seen = new HashSet<>(Set.of(root));
        Deque<PackageName> open = new ArrayDeque<>(seen);
        long sum = 0;
        while (!open.isEmpty()) {
            PackageName next = open.remove();
            sum += bytes.getOrDefault(next, 0L);
            requires.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::add);
        }
        return sum;
    }
}
