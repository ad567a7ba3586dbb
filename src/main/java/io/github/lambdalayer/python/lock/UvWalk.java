package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Walks a uv.lock from its project along the edges that count for a choice. What a project of the workspace needs
 * counts too, while the project itself is a folder and no wheel.
 */
final class UvWalk {

    private final UvPackages packages;
    private final LockChoice choice;
    private final Map<PackageName, UvPackage> found = new TreeMap<>();
    private final Map<PackageName, Set<PackageName>> needs = new TreeMap<>();
    private final Set<List<String>> seen = new HashSet<>();
    private final Deque<Step> open = new ArrayDeque<>();

    /** Edges that leave a package. */
    private record Step(PackageName from, List<TomlEntries> edges) {}

    UvWalk(UvPackages packages, LockChoice choice) {
        this.packages = packages;
        this.choice = choice;
    }

    /** What is reached, sorted by name. */
    List<LockEntry> entries(UvWheelReader wheels) {
        List<UvPackage> roots = packages.roots();
        roots.forEach(root -> visit(root, "", root.dependencies()));
        choice.extras().forEach(extra -> open(roots, "extra", extra, root -> root.ofExtra(extra)));
        choice.groups().forEach(group -> open(roots, "group", group, root -> root.ofGroup(group)));
        while (!open.isEmpty()) {
            Step step = open.remove();
            step.edges().forEach(edge -> follow(step.from(), edge));
        }
        found.values().removeAll(roots);
        return found.values().stream()
                .filter(p -> !packages.isMember(p))
                .map(p -> wheels.entry(p, List.copyOf(needs.getOrDefault(p.name(), Set.of()))))
                .toList();
    }

    /** The projects that were reached besides those that the lock is for. */
    List<UvPackage> members() {
        return found.values().stream().filter(packages::isMember).toList();
    }

    private void open(
            List<UvPackage> roots,
            String kind,
            ExtraName name,
            Function<UvPackage, Optional<List<TomlEntries>>> edges) {
        List<UvPackage> having =
                roots.stream().filter(root -> edges.apply(root).isPresent()).toList();
        if (having.isEmpty()) {
            UvPackage root = roots.get(0);
            throw new LayerException(
                    LockProblem.LOCK_CHOICE,
                    root.entry().place() + ": " + root.name() + " has no " + kind + " " + name + " that it locks.");
        }
        having.forEach(root -> open.add(new Step(root.name(), edges.apply(root).orElse(List.of()))));
    }

    private void follow(PackageName from, TomlEntries edge) {
        Optional<UvPackage> target = packages.follow(edge);
        if (target.isEmpty() || choice.without().contains(target.get().name())) {
            return;
        }
        UvPackage reached = target.get();
        requireOne(reached, edge);
        needs.computeIfAbsent(from, n -> new TreeSet<>()).add(reached.name());
        visit(reached, "", reached.dependencies());
        for (ExtraName extra : extras(edge)) {
            visit(reached, extra.value(), reached.ofExtra(extra).orElse(List.of()));
        }
    }

    private void visit(UvPackage reached, String extra, Collection<TomlEntries> edges) {
        if (seen.add(List.of(reached.name().value(), extra))) {
            open.add(new Step(reached.name(), List.copyOf(edges)));
        }
    }

    private void requireOne(UvPackage reached, TomlEntries edge) {
        UvPackage other = found.putIfAbsent(reached.name(), reached);
        if (other != null && other != reached) {
            throw edge.fault(
                    LockProblem.LOCK_AMBIGUOUS,
                    "name",
                    "for " + choice.target() + " both " + other + " and " + reached + " count.",
                    "uv lock");
        }
    }

    /** {@code extra} in the dependencies of uv.lock, {@code extras} in those of older ones. */
    private static List<ExtraName> extras(TomlEntries edge) {
        return Stream.of("extra", "extras")
                .flatMap(key -> TomlValue.each(edge, key, ExtraName::of).stream())
                .toList();
    }
}
