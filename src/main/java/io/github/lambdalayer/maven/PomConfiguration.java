package io.github.lambdalayer.maven;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the pom says about this plugin before Maven takes away what a goal does not know and fills in defaults: only
 * here can a misspelt parameter, or one that is left empty on purpose, still be seen.
 *
 * @param own what counts for this call of the goal
 * @param executions the ids of executions that hold more of the layer; none when the goal belongs to an execution
 */
record PomConfiguration(ParameterTree own, List<String> executions) {

    private static final Set<String> SAYS_WHAT_IT_HOLDS = Set.of("requirements", "requirementsFiles", "layers");

    private static final ParameterTree NOTHING = ParameterTree.text("configuration", "");

    PomConfiguration {
        executions = List.copyOf(executions);
    }

    static PomConfiguration of(MavenProject project, MojoExecution execution) {
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        if (plugin == null) {
            return new PomConfiguration(NOTHING, List.of());
        }
        Optional<ParameterTree> bound = Stream.ofNullable(
                        plugin.getExecutionsAsMap().get(execution.getExecutionId()))
                .flatMap(e -> tree(e.getConfiguration()).stream())
                .findFirst();
        ParameterTree outside = tree(plugin.getConfiguration()).orElse(NOTHING);
        return bound.map(own -> new PomConfiguration(own, List.of()))
                .orElseGet(() -> new PomConfiguration(
                        outside,
                        plugin.getExecutions().stream()
                                .filter(e -> hasMore(tree(e.getConfiguration()).orElse(NOTHING), outside))
                                .map(PluginExecution::getId)
                                .toList()));
    }

    /** What the pom says outside of executions and in each of them; nothing where it does not name the plugin. */
    static List<ParameterTree> all(MavenProject project, MojoExecution execution) {
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        if (plugin == null) {
            return List.of();
        }
        ParameterTree outside = tree(plugin.getConfiguration()).orElse(NOTHING);
        Stream<ParameterTree> bound =
                plugin.getExecutions().stream().flatMap(each -> tree(each.getConfiguration()).stream());
        return Stream.concat(Stream.of(outside), bound).toList();
    }

    /** Whether a parameter stands in the pom and is empty, such as {@code <indexUrl/>}. */
    boolean leavesEmpty(String name) {
        return own.child(name)
                .filter(tree -> tree.text().isEmpty() && tree.children().isEmpty())
                .isPresent();
    }

    /** The executions that hold the layer's parameters when this call of the goal sees none of them. */
    List<String> executionsWithTheLayer() {
        return own.children().stream().map(ParameterTree::name).anyMatch(SAYS_WHAT_IT_HOLDS::contains)
                ? List.of()
                : executions;
    }

    /** Maven has put what stands outside of executions into each of them. */
    private static boolean hasMore(ParameterTree execution, ParameterTree outside) {
        return Stream.concat(Stream.of("runtimes"), SAYS_WHAT_IT_HOLDS.stream())
                .anyMatch(name ->
                        execution.child(name).isPresent() && outside.child(name).isEmpty());
    }

    private static Optional<ParameterTree> tree(Object configuration) {
        return configuration instanceof Xpp3Dom dom ? Optional.of(tree(dom)) : Optional.empty();
    }

    private static ParameterTree tree(Xpp3Dom dom) {
        return new ParameterTree(
                dom.getName(),
                dom.getValue() == null ? "" : dom.getValue(),
                Stream.of(dom.getChildren()).map(PomConfiguration::tree).toList());
    }
}
