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
 * @param executions the ids of executions that hold parameters of their own
 */
record PomConfiguration(ParameterTree own, List<String> executions) {

    /** Without one of these there is no layer. */
    private static final Set<String> MAKES_A_LAYER = Set.of("runtimes", "requirements", "requirementsFiles", "layers");

    private static final ParameterTree NOTHING = ParameterTree.text("configuration", "");

    PomConfiguration {
        executions = List.copyOf(executions);
    }

    static PomConfiguration of(MavenProject project, MojoExecution execution) {
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        if (plugin == null) {
            return new PomConfiguration(NOTHING, List.of());
        }
        ParameterTree own = Stream.ofNullable(plugin.getExecutionsAsMap().get(execution.getExecutionId()))
                .flatMap(e -> tree(e.getConfiguration()).stream())
                .findFirst()
                .or(() -> tree(plugin.getConfiguration()))
                .orElse(NOTHING);
        return new PomConfiguration(
                own,
                plugin.getExecutions().stream()
                        .filter(e -> tree(e.getConfiguration())
                                .filter(PomConfiguration::makesALayer)
                                .isPresent())
                        .map(PluginExecution::getId)
                        .toList());
    }

    /** Whether a parameter stands in the pom and is empty, such as {@code <indexUrl/>}. */
    boolean leavesEmpty(String name) {
        return own.child(name)
                .filter(tree -> tree.text().isEmpty() && tree.children().isEmpty())
                .isPresent();
    }

    /** The execution that holds the layer's parameters when this call of the goal sees none of them. */
    Optional<String> executionWithTheLayer() {
        return makesALayer(own) ? Optional.empty() : executions.stream().findFirst();
    }

    private static boolean makesALayer(ParameterTree configuration) {
        return configuration.children().stream().anyMatch(c -> MAKES_A_LAYER.contains(c.name()));
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
