package io.github.lambdalayer.python.project;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlFile;
import io.github.lambdalayer.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pyproject.toml (PEP 621, PEP 735). Only what is asked for is judged, as the PEPs want it.
 *
 * <pre>{@code
 * Pyproject.read(Path.of("pyproject.toml")).requirements(List.of(ExtraName.of("aws")), List.of())
 * }</pre>
 */
public final class Pyproject {

    private static final Set<String> UV_SETTINGS = Set.of(
            "constraint-dependencies",
            "exclude-dependencies",
            "exclude-newer",
            "index",
            "override-dependencies",
            "prerelease",
            "resolution");

    private final TomlEntries file;
    private final Optional<TomlEntries> project;

    private Pyproject(TomlEntries file) {
        this.file = file;
        this.project = file.table("project");
    }

    /**
     * The project of a file.
     *
     * @throws LayerException when it cannot be read, is not TOML 1.0, or has neither a project nor groups
     */
    public static Pyproject read(Path file) {
        TomlEntries entries = TomlFile.read(file);
        if (!entries.has("project") && !entries.has("dependency-groups")) {
            throw entries.fault(
                    ProjectProblem.PROJECT_EMPTY,
                    "",
                    "it has neither [project] nor [dependency-groups].",
                    hint(entries.table("tool")));
        }
        return new Pyproject(entries);
    }

    private static String hint(Optional<TomlEntries> tools) {
        if (tools.filter(tool -> tool.has("poetry")).isPresent()) {
            return "[tool.poetry] is for Poetry alone: name its poetry.lock instead";
        }
        return tools.filter(tool -> tool.has("uv")).isPresent()
                ? "[tool.uv] is for uv alone: name its uv.lock instead"
                : "if another tool's table holds the requirements, let that tool write a pylock.toml";
    }

    /** The interpreters that the project is for; {@link Specifiers#ANY} when it does not say. */
    public Specifiers requiresPython() {
        return project.flatMap(p -> TomlValue.optional(p, "requires-python", Specifiers::parse))
                .orElse(Specifiers.ANY);
    }

    /**
     * What the project needs, in the order of the file: its dependencies, then those of extras and of groups.
     *
     * @throws LayerException when a name is unknown, a requirement is none, only a build knows the dependencies, or
     *     {@code [tool.uv.sources]} says where one comes from
     */
    public List<DeclaredRequirement> requirements(Collection<ExtraName> extras, Collection<ExtraName> groups) {
        requireOwn(extras, groups);
        List<DeclaredRequirement> asked = asked(extras, groups);
        new ToolSources(file).requireNone(asked);
        return asked;
    }

    /** The same beside a lock: what {@code [tool.uv.sources]} says of is left to it, folders of the workspace among that. */
    public List<DeclaredRequirement> requirementsBesideLock(
            Collection<ExtraName> extras, Collection<ExtraName> groups) {
        ToolSources sources = new ToolSources(file);
        return asked(extras, groups).stream()
                .filter(each -> !sources.hasOne(each))
                .toList();
    }

    private void requireOwn(Collection<ExtraName> extras, Collection<ExtraName> groups) {
        if (project.isEmpty() && extras.isEmpty() && groups.isEmpty()) {
            throw DependencyGroups.of(file).noneAskedFor();
        }
        if (project.filter(p -> !p.has("dependencies")).isPresent() && isOfPoetry()) {
            throw file.fault(
                    ProjectProblem.PROJECT_EMPTY,
                    "project",
                    "[project] has no dependencies: those of [tool.poetry.dependencies] are for Poetry alone.",
                    "name its poetry.lock in place of it, or move them to [project]");
        }
    }

    /** Poetry still takes what its own table says where {@code [project]} says nothing. */
    private boolean isOfPoetry() {
        return file.table("tool").flatMap(tool -> tool.table("poetry")).stream()
                .flatMap(poetry -> poetry.table("dependencies").stream())
                .flatMap(dependencies -> dependencies.keys().stream())
                .anyMatch(name -> !name.equals("python"));
    }

    private List<DeclaredRequirement> asked(Collection<ExtraName> extras, Collection<ExtraName> groups) {
        List<DeclaredRequirement> found = new ArrayList<>();
        project.ifPresent(p -> found.addAll(dependencies(p)));
        OptionalDependencies optional = new OptionalDependencies(project);
        extras.forEach(extra -> found.addAll(optional.of(extra)));
        DependencyGroups all = DependencyGroups.of(file);
        groups.forEach(group -> found.addAll(all.of(group)));
        return List.copyOf(found);
    }

    /**
     * The settings of {@code [tool.uv]} that change what uv chooses, and that only uv follows: {@code
     * constraint-dependencies}; sorted.
     */
    public List<String> uvSettings() {
        return file.table("tool").flatMap(tool -> tool.table("uv")).stream()
                .flatMap(uv -> uv.keys().stream())
                .filter(UV_SETTINGS::contains)
                .sorted()
                .toList();
    }

    private static List<DeclaredRequirement> dependencies(TomlEntries project) {
        requireStatic(project, "dependencies");
        return ProjectRequirement.all(project.items("dependencies"));
    }

    // PEP 621: a key in dynamic is given by the build backend, and its value is known only after a build.
    static void requireStatic(TomlEntries project, String key) {
        if (project.texts("dynamic").contains(key)) {
            throw project.fault(
                    ProjectProblem.PROJECT_DYNAMIC,
                    "dynamic",
                    "the " + key + " are dynamic: only the project's build knows them, and nothing is built here.",
                    "name the requirements in the pom, or let pip or uv write a pylock.toml");
        }
    }
}
