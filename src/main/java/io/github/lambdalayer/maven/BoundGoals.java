package io.github.lambdalayer.maven;

import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The goals of this plugin that a project's executions name, each as often as it is named. */
final class BoundGoals {

    private BoundGoals() {}

    static List<String> of(MavenProject project, MojoExecution execution) {
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        return plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(each -> !"none".equals(each.getPhase()))
                        .flatMap(each -> each.getGoals().stream())
                        .toList();
    }
}
