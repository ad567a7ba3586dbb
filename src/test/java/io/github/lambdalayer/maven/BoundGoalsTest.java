package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a goal runs in a build, which is how often its end waits for it. */
class BoundGoalsTest {

    private static final List<String> CLEAN = List.of("pre-clean", "clean");
    private static final List<String> DEFAULT = List.of("compile", "package", "verify", "deploy");
    private static final Map<String, List<String>> LIFECYCLES = Map.of(
            "pre-clean",
            CLEAN,
            "clean",
            CLEAN,
            "compile",
            DEFAULT,
            "package",
            DEFAULT,
            "verify",
            DEFAULT,
            "deploy",
            DEFAULT);

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.lambdalayer");
        plugin.setArtifactId("lambda-layer-maven-plugin");
        return plugin;
    }

    /** A project that publishes in these phases; "" is the goal's own. */
    private static MavenProject publishingIn(String... phases) {
        Plugin plugin = plugin();
        for (String phase : phases) {
            PluginExecution execution = new PluginExecution();
            execution.setId("e" + plugin.getExecutions().size());
            execution.addGoal("publish");
            execution.addGoal("attach");
            if (!phase.isEmpty()) {
                execution.setPhase(phase);
            }
            plugin.addExecution(execution);
        }
        Build build = new Build();
        build.addPlugin(plugin);
        MavenProject project = new MavenProject();
        project.getModel().setBuild(build);
        return project;
    }

    private static int runs(String asked, String... phases) {
        return BoundGoals.runs(
                publishingIn(phases),
                new MojoExecution(plugin(), "publish", "default"),
                "deploy",
                new ReachedPhases(LIFECYCLES, List.of(asked.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "package, 1",
        "clean verify, 1",
        "deploy, 3",
        "package deploy, 4",
        "compile lambda-layer:explain, 0",
        "clean, 0"
    })
    void onlyWhatTheBuildComesToCounts(String asked, int expected) {
        assertThat(runs(asked, "package", "", "deploy", "none")).isEqualTo(expected);
    }

    @Test
    void aPhaseThatMavenDoesNotTellOfIsComeTo() {
        assertThat(runs("compile", "before:package")).isEqualTo(1);
    }

    @Test
    void aProjectWithoutThePluginRunsNothing() {
        assertThat(runs("deploy")).isZero();
    }
}
