package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;

/**
 * The dependencies of a project, with those that they have. They are resolved here and not before the goal runs, so that a
 * project without wheels or jars for a layer pays nothing; each kind is resolved once.
 */
final class ProjectArtifacts implements Artifacts {

    private static final String WHEEL = "whl";
    private static final Set<String> SCOPES = Set.of("compile", "runtime");

    private final ProjectDependenciesResolver resolver;
    private final MavenSession session;
    private final MavenProject project;
    private final Map<String, List<Artifacts.Found>> resolved = new LinkedHashMap<>();

    ProjectArtifacts(ProjectDependenciesResolver resolver, MavenSession session, MavenProject project) {
        this.resolver = resolver;
        this.session = session;
        this.project = project;
    }

    @Override
    public boolean hasWheels() {
        return project.getDependencies().stream().anyMatch(each -> WHEEL.equals(each.getType()));
    }

    @Override
    public List<Artifacts.Found> wheels() {
        return hasWheels() ? resolved.computeIfAbsent(WHEEL, this::resolve) : List.of();
    }

    @Override
    public List<Artifacts.Found> jars() {
        return resolved.computeIfAbsent("jar", this::resolve);
    }

    private List<Artifacts.Found> resolve(String extension) {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> node.getDependency() != null
                && SCOPES.contains(node.getDependency().getScope())
                && extension.equals(node.getArtifact().getExtension()));
        try {
            return resolver.resolve(request).getResolvedDependencies().stream()
                    .map(ProjectArtifacts::packed)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw failed(e);
        }
    }

    /** A module that was only compiled is the folder of its classes. */
    private static Artifacts.Found packed(Dependency dependency) {
        Artifacts.Found found = new Artifacts.Found(
                dependency.getArtifact().toString(),
                dependency.getArtifact().getFile().toPath());
        if (Files.isDirectory(found.file())) {
            throw new LayerException(
                    PomProblem.DEPENDENCY_NOT_FOUND,
                    "The dependency " + found.coordinates() + " is a module of this build that is not packed yet.",
                    "run the goal with the phase package or a later one: mvn package lambda-layer:publish");
        }
        return found;
    }

    private static LayerException failed(DependencyResolutionException e) {
        List<Dependency> missing = e.getResult().getUnresolvedDependencies();
        String sentence = missing.isEmpty()
                ? "The project's dependencies cannot be resolved: " + e.getMessage()
                : missing.stream()
                        .map(each -> each.getArtifact().toString())
                        .collect(Collectors.joining(", ", "The project's repositories do not have ", "."));
        return new LayerException(
                PomProblem.DEPENDENCY_NOT_FOUND,
                Printable.text(sentence),
                List.of("see that it was deployed with that type; -X shows which repositories were asked"),
                e);
    }
}
