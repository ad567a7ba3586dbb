package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlPlace;
import io.github.lambdalayer.toml.TomlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The packages of a uv.lock, and which of them an edge leads to on a target. */
final class UvPackages {

    private final TomlEntries lock;
    private final PythonTarget target;
    private final List<UvPackage> all;
    private final Set<PackageName> members;
    private final Map<PackageName, List<UvPackage>> byName;

    UvPackages(TomlEntries lock, PythonTarget target) {
        this.lock = lock;
        this.target = target;
        this.all = lock.tables("package").stream().map(UvPackage::new).toList();
        this.members = lock.table("manifest").stream()
                .flatMap(manifest -> TomlValue.each(manifest, "members", PackageName::of).stream())
                .collect(Collectors.toSet());
        this.byName = all.stream().collect(Collectors.groupingBy(UvPackage::name));
    }

    /** The project beside the lock; where there is none, as in a workspace without one, all members, as uv has it. */
    List<UvPackage> roots() {
        List<UvPackage> projects = all.stream().filter(this::isMember).toList();
        List<UvPackage> here =
                projects.stream().filter(p -> p.source().containsValue(".")).toList();
        if (projects.isEmpty() && manifest().isEmpty()) {
            throw lock.fault(
                    LockProblem.LOCK_VALUE,
                    "package",
                    "the lock is for no project.",
                    "name the uv.lock beside the project's pyproject.toml");
        }
        return here.isEmpty() ? projects : here;
    }

    private List<TomlEntries> manifest() {
        return lock.table("manifest").stream()
                .filter(manifest -> manifest.has("requirements") || manifest.has("dependency-groups"))
                .toList();
    }

    /** What is asked for without a project: by a script, or by the root of a workspace that is none. */
    List<TomlEntries> requirements() {
        return manifest().stream()
                .flatMap(manifest -> manifest.tables("requirements").stream())
                .toList();
    }

    /** The group of a workspace whose root is no project; empty when there is no such group. */
    Optional<List<TomlEntries>> ofGroup(ExtraName group) {
        return manifest().stream()
                .flatMap(manifest -> manifest.table("dependency-groups").stream())
                .flatMap(groups -> groups.keys().stream()
                        .filter(key -> ExtraName.normalForm(key).equals(group.value()))
                        .map(groups::tables))
                .findFirst();
    }

    /** Where a sentence about all of it points to. */
    TomlPlace place() {
        return lock.place();
    }

    /** Whether a package is a project of the workspace; a lock for one project does not list its members. */
    boolean isMember(UvPackage some) {
        return some.isFolder()
                && (members.isEmpty() ? some.source().containsValue(".") : members.contains(some.name()));
    }

    /**
     * The package that an edge leads to; empty when the edge does not count on the target.
     *
     * @param active what is asked for, as markers name it
     */
    Optional<UvPackage> follow(TomlEntries edge, Set<ExtraName> active) {
        if (!holds(TomlValue.optional(edge, "marker", Marker::parse).orElse(Marker.ALWAYS), active)) {
            return Optional.empty();
        }
        PackageName name = TomlValue.required(edge, "name", PackageName::of);
        List<UvPackage> meant = byName.getOrDefault(name, List.of()).stream()
                .filter(p -> p.isMeantBy(edge))
                .filter(p -> p.forks().isEmpty() || p.forks().stream().anyMatch(fork -> holds(fork, active)))
                .toList();
        if (meant.size() != 1) {
            throw edge.fault(
                    LockProblem.LOCK_AMBIGUOUS,
                    "name",
                    "for " + target + " " + meant.size() + " entries of " + name + " count, and not one.",
                    "uv lock");
        }
        return Optional.of(meant.get(0));
    }

    private boolean holds(Marker marker, Set<ExtraName> active) {
        return marker.holds(target.markers(), active);
    }
}
