package io.github.lambdalayer.python.project;

import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.toml.TomlItem;
import io.github.lambdalayer.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Requirements of a pyproject.toml, each with its place. */
final class ProjectRequirement {

    private ProjectRequirement() {}

    /**
     * Those of an array, in its order.
     *
     * @throws io.github.lambdalayer.problem.LayerException with every fault
     */
    static List<DeclaredRequirement> all(List<TomlItem> items) {
        Problems problems = new Problems();
        List<DeclaredRequirement> found = new ArrayList<>();
        items.forEach(item -> problems.collect(() -> found.add(of(item))));
        problems.throwIfAny();
        return found;
    }

    /** For example {@code "pandas>=2"} in line 7 of pyproject.toml. */
    static DeclaredRequirement of(TomlItem item) {
        String origin = item.place().origin() + ", line " + item.place().line();
        return new DeclaredRequirement(TomlValue.parse(item, Requirement::parse), origin, Set.of());
    }
}
