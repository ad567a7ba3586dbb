package io.github.lambdalayer.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Modules that were built before {@code -rf} begins again: the end of such a build does nothing for them. */
final class Resumed {

    private Resumed() {}

    /** What is left out, said once: by the first module of the build that the goal is bound in. */
    static Optional<String> leftOut(MavenSession session, MavenProject project, MojoExecution execution) {
        List<MavenProject> here = bound(session.getProjects(), execution);
        String resumeFrom = session.getRequest().getResumeFrom();
        if (resumeFrom == null
                || resumeFrom.isEmpty()
                || here.isEmpty()
                || !here.get(0).equals(project)) {
            return Optional.empty();
        }
        List<MavenProject> before = bound(session.getAllProjects(), execution).stream()
                .filter(each -> !session.getProjects().contains(each))
                .filter(each -> each.getModules().isEmpty()) // A parent has the executions of its modules.
                .filter(each -> isPicked(each, session.getRequest()))
                .sorted(Comparator.comparing(MavenProject::getArtifactId))
                .toList();
        return before.isEmpty() ? Optional.empty() : Optional.of(sentence(execution.getGoal(), before));
    }

    /** Whether {@code -pl} leaves the module in, as far as its text tells: {@code :one}, {@code com.acme:one} or a folder. */
    private static boolean isPicked(MavenProject project, MavenExecutionRequest request) {
        List<String> picked = request.getSelectedProjects();
        return (picked.isEmpty() || isAmong(picked, project, request))
                && !isAmong(request.getExcludedProjects(), project, request);
    }

    private static boolean isAmong(List<String> names, MavenProject project, MavenExecutionRequest request) {
        String id = ":" + project.getArtifactId();
        return names.stream()
                .anyMatch(name -> name.equals(id)
                        || name.equals(project.getGroupId() + id)
                        || isAt(
                                project,
                                Path.of(request.getBaseDirectory(), name).normalize()));
    }

    private static boolean isAt(MavenProject project, Path path) {
        File pom = project.getFile();
        return pom != null
                && (path.equals(pom.toPath()) || path.equals(pom.toPath().getParent()));
    }

    private static String sentence(String goal, List<MavenProject> before) {
        return "-rf leaves " + before.stream().map(MavenProject::getArtifactId).collect(Collectors.joining(", "))
                + " out of what publishAtEnd does; mvn lambda-layer:" + goal + " -pl "
                + before.stream().map(each -> ":" + each.getArtifactId()).collect(Collectors.joining(","))
                + " makes up for it.";
    }

    private static List<MavenProject> bound(List<MavenProject> projects, MojoExecution execution) {
        return projects.stream()
                .filter(each -> BoundGoals.of(each, execution).contains(execution.getGoal()))
                .toList();
    }
}
