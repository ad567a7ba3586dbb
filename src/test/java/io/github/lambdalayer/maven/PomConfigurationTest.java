package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** Maven has put what stands outside of executions into each of them, and so do these. */
class PomConfigurationTest {

    @Test
    void executionsThatHoldAllAreNamed() {
        assertThat(executions(configuration(), execution("a", "runtimes", "requirements"), execution("b", "layers")))
                .containsExactly("a", "b");
    }

    @Test
    void executionsThatHoldTheRestAreNamed() {
        assertThat(executions(
                        configuration("runtimes"),
                        execution("a", "runtimes", "requirements"),
                        execution("none", "runtimes"),
                        execution("b", "runtimes", "requirementsFiles")))
                .containsExactly("a", "b");
    }

    @Test
    void noneIsNamedWhereTheGoalSeesWhatTheLayerHolds() {
        assertThat(executions(configuration("requirements"), execution("a", "requirements", "runtimes")))
                .isEmpty();
        assertThat(executions(configuration("runtimes"), execution("a", "runtimes")))
                .isEmpty();
    }

    @Test
    void goalOfAnExecutionSeesItsOwnParameters() {
        MavenProject project = project(configuration(), execution("a", "bucket"), execution("b", "requirements"));
        PomConfiguration own = PomConfiguration.of(project, new MojoExecution(plugin(project), "package", "a"));
        assertThat(own.own().child("bucket")).isPresent();
        assertThat(own.executionsWithTheLayer()).isEmpty();
    }

    private static List<String> executions(Xpp3Dom configuration, PluginExecution... executions) {
        MavenProject project = project(configuration, executions);
        return PomConfiguration.of(project, new MojoExecution(plugin(project), "publish", "default-cli"))
                .executionsWithTheLayer();
    }

    private static Plugin plugin(MavenProject project) {
        return project.getBuild().getPlugins().get(0);
    }

    private static MavenProject project(Xpp3Dom configuration, PluginExecution... executions) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.lambdalayer");
        plugin.setArtifactId("lambda-layer-maven-plugin");
        plugin.setConfiguration(configuration);
        plugin.setExecutions(List.of(executions));
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        return new MavenProject(model);
    }

    private static PluginExecution execution(String id, String... parameters) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setConfiguration(configuration(parameters));
        return execution;
    }

    private static Xpp3Dom configuration(String... parameters) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Stream.of(parameters).map(Xpp3Dom::new).forEach(configuration::addChild);
        return configuration;
    }
}
