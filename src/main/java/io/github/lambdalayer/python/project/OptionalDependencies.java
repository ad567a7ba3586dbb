package io.github.lambdalayer.python.project;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlItem;
import io.github.lambdalayer.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The extras of a project; one may ask for others: {@code all = ["demo[aws,excel]"]}. */
final class OptionalDependencies {

    private final Optional<TomlEntries> project;
    private final Map<ExtraName, List<TomlItem>> extras = new TreeMap<>();

    OptionalDependencies(Optional<TomlEntries> project) {
        this.project = project;
        project.flatMap(p -> p.table("optional-dependencies"))
                .ifPresent(table -> table.keys().forEach(key -> add(table, key)));
    }

    // PEP 685: names that are the same once they are normalised are ambiguous
    private void add(TomlEntries table, String key) {
        if (extras.put(TomlValue.parse(table, key, key, ExtraName::of), table.items(key)) != null) {
            throw table.fault(
                    ProjectProblem.PROJECT_EXTRA,
                    key,
                    "another extra has the same name as " + key + ", spelt otherwise.");
        }
    }

    List<DeclaredRequirement> of(ExtraName extra) {
        project.ifPresent(p -> Pyproject.requireStatic(p, "optional-dependencies"));
        List<DeclaredRequirement> found = new ArrayList<>();
        add(extra, Marker.ALWAYS, new HashSet<>(), found);
        return found;
    }

    private void add(ExtraName extra, Marker marker, Set<ExtraName> open, List<DeclaredRequirement> found) {
        if (!extras.containsKey(extra)) {
            throw unknown(extra);
        }
        if (!open.add(extra)) {
            return;
        }
        for (DeclaredRequirement each : ProjectRequirement.all(extras.getOrDefault(extra, List.of()))) {
            Marker both = Marker.and(marker, each.requirement().marker());
            if (isOwn(each.requirement().name())) {
                each.requirement().extras().forEach(other -> add(other, both, open, found));
            } else {
                found.add(each.where(marker));
            }
        }
        open.remove(extra);
    }

    private boolean isOwn(PackageName name) {
        return project.flatMap(p -> TomlValue.optional(p, "name", PackageName::of))
                .filter(name::equals)
                .isPresent();
    }

    private LayerException unknown(ExtraName extra) {
        String known = extras.keySet().stream().map(ExtraName::value).collect(Collectors.joining(", "));
        return project.map(p -> p.fault(
                        ProjectProblem.PROJECT_EXTRA,
                        "optional-dependencies",
                        "the project has no extra " + extra + ": it has " + (known.isEmpty() ? "none" : known) + "."))
                .orElseGet(() -> new LayerException(
                        ProjectProblem.PROJECT_EXTRA, "Without [project] there is no extra " + extra + "."));
    }
}
