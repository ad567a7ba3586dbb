package io.github.lambdalayer.maven;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The goals of this plugin that a project's executions name. */
final class BoundGoals {

    private BoundGoals() {}

    /** Each as often as it is named. */
    static List<String> of(MavenProject project, MojoExecution execution) {
        return executions(project, execution)
                .flatMap(each -> each.getGoals().stream())
                .toList();
    }

    /** How often a build that comes to these phases runs the goal in a project; {@code usual} is the goal's own phase. */
    static int runs(MavenProject project, MojoExecution execution, String usual, ReachedPhases reached) {
        return executions(project, execution)
                .filter(each -> each.getGoals().contains(execution.getGoal()))
                .mapToInt(each -> reached.passes(each.getPhase() == null ? usual : each.getPhase()))
                .sum();
    }

    private static Stream<PluginExecution> executions(MavenProject project, MojoExecution execution) {
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        return plugin == null
                ? Stream.of()
                : plugin.getExecutions().stream().filter(each -> !"none".equals(each.getPhase()));
    }
}
