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
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Walks a uv.lock from its project along the edges that count for a choice. What a project of the workspace needs
 * counts too, while the project itself is a folder and no wheel.
 */
final class UvWalk {

    private final UvPackages packages;
    private final UvConflicts conflicts;
    private final LockChoice choice;
    private final UvActive active = new UvActive();
    private final Map<PackageName, UvPackage> found = new TreeMap<>();
    private final Map<PackageName, Set<PackageName>> needs = new TreeMap<>();
    private final Set<Visit> seen = new HashSet<>();
    private final Deque<Step> open = new ArrayDeque<>();

    /** Edges that leave a package, or the lock itself. */
    private record Step(Optional<PackageName> from, List<TomlEntries> edges) {}

    /** A package, or one of its extras. */
    private record Visit(UvPackage reached, String extra) {}

    UvWalk(UvPackages packages, UvConflicts conflicts, LockChoice choice) {
        this.packages = packages;
        this.conflicts = conflicts;
        this.choice = choice;
    }

    /** What is reached, sorted by name. */
    List<LockEntry> entries(UvWheelReader wheels) {
        List<UvPackage> roots = packages.roots();
        // As uv has it: what is asked for on the way decides on edges before it, so it must be known first.
        if (!conflicts.isEmpty()) {
            walk(roots, (from, edge) -> activate(edge));
            conflicts.requireNone(active);
        }
        walk(roots, this::follow);
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

    private void walk(List<UvPackage> roots, BiConsumer<Optional<PackageName>, TomlEntries> follow) {
        seen.clear();
        for (UvPackage root : roots) {
            active.add(UvActive.project(root.name()));
            visit(root, "", root.dependencies());
        }
        open.add(new Step(Optional.empty(), packages.requirements()));
        choice.extras().forEach(extra -> open(roots, "extra", extra, root -> root.ofExtra(extra), UvActive::extra));
        choice.groups().forEach(group -> openGroup(roots, group));
        conflicts.requireNone(active);
        while (!open.isEmpty()) {
            Step step = open.remove();
            step.edges().forEach(edge -> follow.accept(step.from(), edge));
        }
    }

    private void openGroup(List<UvPackage> roots, ExtraName group) {
        Optional<List<TomlEntries>> ofLock = packages.ofGroup(group);
        ofLock.ifPresent(edges -> open.add(new Step(Optional.empty(), edges)));
        if (ofLock.isEmpty()
                || roots.stream().anyMatch(root -> root.ofGroup(group).isPresent())) {
            open(roots, "group", group, root -> root.ofGroup(group), UvActive::group);
        }
    }

    private void open(
            List<UvPackage> roots,
            String kind,
            ExtraName name,
            Function<UvPackage, Optional<List<TomlEntries>>> edges,
            BiFunction<PackageName, ExtraName, ExtraName> encoded) {
        List<UvPackage> having =
                roots.stream().filter(root -> edges.apply(root).isPresent()).toList();
        if (having.isEmpty()) {
            String whose = roots.stream()
                    .findFirst()
                    .map(root -> root.entry().place() + ": " + root.name())
                    .orElseGet(() -> packages.place() + ": the script");
            throw new LayerException(
                    LockProblem.LOCK_CHOICE, whose + " has no " + kind + " " + name + " in this lock.");
        }
        for (UvPackage root : having) {
            active.add(encoded.apply(root.name(), name));
            open.add(new Step(Optional.of(root.name()), edges.apply(root).orElse(List.of())));
        }
    }

    /** Follows an edge only to see which extras it asks for; its own count for its marker. */
    private void activate(TomlEntries edge) {
        List<ExtraName> extras = extras(edge);
        PackageName name = TomlValue.required(edge, "name", PackageName::of);
        reached(edge, active.with(name, extras)).ifPresent(reached -> {
            active.addExtras(name, extras);
            visit(reached, extras);
        });
    }

    private void follow(Optional<PackageName> from, TomlEntries edge) {
        reached(edge, active.names()).ifPresent(reached -> {
            requireOne(reached, edge);
            from.ifPresent(
                    name -> needs.computeIfAbsent(name, n -> new TreeSet<>()).add(reached.name()));
            visit(reached, extras(edge));
        });
    }

    private Optional<UvPackage> reached(TomlEntries edge, Set<ExtraName> asked) {
        return packages.follow(edge, asked).filter(p -> !choice.without().contains(p.name()));
    }

    private void visit(UvPackage reached, List<ExtraName> extras) {
        visit(reached, "", reached.dependencies());
        for (ExtraName extra : extras) {
            visit(reached, extra.value(), reached.ofExtra(extra).orElse(List.of()));
        }
    }

    private void visit(UvPackage reached, String extra, Collection<TomlEntries> edges) {
        if (seen.add(new Visit(reached, extra))) {
            open.add(new Step(Optional.of(reached.name()), List.copyOf(edges)));
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
