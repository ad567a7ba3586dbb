package io.github.lambdalayer.python.project;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlItem;
import io.github.lambdalayer.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code [dependency-groups]} of a file (PEP 735); groups that nobody asks for are not judged. */
final class DependencyGroups {

    private final TomlEntries file;
    private final Map<ExtraName, String> keys = new TreeMap<>();

    private DependencyGroups(TomlEntries file) {
        this.file = file;
    }

    static DependencyGroups of(TomlEntries file) {
        DependencyGroups groups = new DependencyGroups(file);
        groups.table().ifPresent(groups::addKeys);
        return groups;
    }

    private Optional<TomlEntries> table() {
        return file.table("dependency-groups");
    }

    // "Tools SHOULD … fail if there are duplicate names" after normalisation
    private void addKeys(TomlEntries table) {
        for (String key : table.keys()) {
            String other = keys.put(TomlValue.parse(table, key, key, ExtraName::of), key);
            if (other != null) {
                throw table.fault(
                        ProjectProblem.PROJECT_GROUP_TWICE,
                        key,
                        "the groups " + other + " and " + key + " have one name.");
            }
        }
    }

    /** What a group asks for, with what it includes in its place; nothing is dropped that stands there twice. */
    List<DeclaredRequirement> of(ExtraName group) {
        if (!keys.containsKey(group)) {
            throw file.fault(
                    ProjectProblem.PROJECT_GROUP,
                    "dependency-groups",
                    "there is no group " + group + ": " + known() + ".");
        }
        List<DeclaredRequirement> found = new ArrayList<>();
        add(group, new LinkedHashSet<>(), found);
        return found;
    }

    /** The failure that a file has groups alone, and none is wanted. */
    LayerException noneAskedFor() {
        return file.fault(
                ProjectProblem.PROJECT_EMPTY,
                "dependency-groups",
                "it has no [project], and no group is asked for: " + known() + ".",
                "name those that the layer needs in <groups>");
    }

    private String known() {
        String names = String.join(", ", keys.values());
        return names.isEmpty() ? "it has none" : "it has " + names;
    }

    private void add(ExtraName group, Set<ExtraName> open, List<DeclaredRequirement> found) {
        open.add(group);
        for (TomlItem item : items(group)) {
            Optional<ExtraName> included = included(item);
            if (included.isEmpty()) {
                found.add(ProjectRequirement.of(item));
            } else {
                requireKnown(included.get(), open, item);
                add(included.get(), open, found);
            }
        }
        open.remove(group);
    }

    private List<TomlItem> items(ExtraName group) {
        return table().map(t -> t.items(keys.getOrDefault(group, ""))).orElse(List.of());
    }

    // "{include-group = "…"}", with no other key
    private static Optional<ExtraName> included(TomlItem item) {
        Optional<TomlEntries> table = item.table();
        if (table.isPresent() && !table.get().keys().equals(Set.of("include-group"))) {
            throw item.fault(
                    ProjectProblem.PROJECT_GROUP,
                    item.path() + " must be a requirement or { include-group = \"<name>\" }.");
        }
        return table.map(t -> TomlValue.required(t, "include-group", ExtraName::of));
    }

    private void requireKnown(ExtraName group, Set<ExtraName> open, TomlItem item) {
        if (!keys.containsKey(group)) {
            throw item.fault(
                    ProjectProblem.PROJECT_GROUP,
                    item.path() + " includes the group " + group + ", which is not there: " + known() + ".");
        }
        if (open.contains(group)) {
            throw cycle(group, open, item);
        }
    }

    private static LayerException cycle(ExtraName group, Set<ExtraName> open, TomlItem item) {
        String way = Stream.concat(open.stream(), Stream.of(group))
                .map(ExtraName::value)
                .collect(Collectors.joining(" -> "));
        return item.fault(ProjectProblem.PROJECT_GROUP_CYCLE, "the groups include each other: " + way + ".");
    }
}
