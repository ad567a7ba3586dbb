package io.github.lambdalayer.python.project;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.toml.TomlEntries;
import java.util.List;

/**
 * {@code [tool.uv.sources]} takes packages from folders and repositories. To look such a name up on an index instead
 * would install whatever a stranger has published under it.
 */
final class ToolSources {

    private final List<TomlEntries> tables;

    ToolSources(TomlEntries file) {
        this.tables = file.table("tool").flatMap(tool -> tool.table("uv")).flatMap(uv -> uv.table("sources")).stream()
                .toList();
    }

    boolean hasOne(DeclaredRequirement requirement) {
        return tables.stream().flatMap(sources -> sources.keys().stream()).anyMatch(key -> isOf(requirement, key));
    }

    void requireNone(List<DeclaredRequirement> requirements) {
        for (TomlEntries sources : tables) {
            for (String key : sources.keys()) {
                if (requirements.stream().anyMatch(requirement -> isOf(requirement, key))) {
                    throw sources.fault(
                            ProjectProblem.PROJECT_SOURCE,
                            key,
                            "[tool.uv.sources] says where " + key + " comes from, and that table is not followed here.",
                            "uv lock, and name uv.lock beside it in <requirementsFiles>");
                }
            }
        }
    }

    private static boolean isOf(DeclaredRequirement requirement, String key) {
        return PackageName.of(key).equals(requirement.requirement().name());
    }
}
