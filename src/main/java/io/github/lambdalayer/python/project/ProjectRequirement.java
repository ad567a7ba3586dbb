package io.github.lambdalayer.python.project;

import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.toml.TomlItem;
import io.github.lambdalayer.toml.TomlValue;
import java.util.Set;

/** Requirements of a pyproject.toml, each with its place. */
final class ProjectRequirement {

    private ProjectRequirement() {}

    /** For example {@code "pandas>=2"} in line 7 of pyproject.toml. */
    static DeclaredRequirement of(TomlItem item) {
        String origin = item.place().origin() + ", line " + item.place().line();
        return new DeclaredRequirement(TomlValue.parse(item, Requirement::parse), origin, Set.of());
    }
}
