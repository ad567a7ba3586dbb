package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ResumedTest {

    private static final MavenProject ONE = project("one", "publish");
    private static final MavenProject PLAIN = project("plain", "package");
    private static final MavenProject TWO = project("two", "publish");
    private static final MavenProject THREE = project("three", "publish");

    private static final MavenProject PARENT = parent();

    private static MavenProject parent() {
        MavenProject parent = project("parent", "publish");
        parent.getModel().addModule("one");
        return parent;
    }

    private static MavenProject project(String artifactId, String goal) {
        PluginExecution execution = new PluginExecution();
        execution.addGoal(goal);
        Plugin plugin = plugin();
        plugin.addExecution(execution);
        Build build = new Build();
        build.addPlugin(plugin);
        MavenProject project = new MavenProject();
        project.setGroupId("com.example");
        project.setArtifactId(artifactId);
        project.setVersion("1.0");
        project.setFile(new File("/project/modules/" + artifactId + "/pom.xml"));
        project.getModel().setBuild(build);
        return project;
    }

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.lambdalayer");
        plugin.setArtifactId("lambda-layer-maven-plugin");
        return plugin;
    }

    @SuppressWarnings("deprecation") // The other constructor wants a repository.
    private static MavenSession session(String resumeFrom, List<MavenProject> built) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest().setResumeFrom(resumeFrom);
        MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
        session.setProjects(built);
        session.setAllProjects(List.of(PLAIN, TWO, ONE, THREE, PARENT));
        return session;
    }

    private static MojoExecution publish() {
        return new MojoExecution(plugin(), "publish", "default");
    }

    @Test
    void whatIsLeftOutIsSaidOnce() {
        MavenSession session = session(":three", List.of(THREE));
        assertThat(Resumed.leftOut(session, THREE, publish()))
                .contains(
                        "-rf leaves one, two out of what publishAtEnd does; mvn lambda-layer:publish -pl :one,:two makes"
                                + " up for it.");
        assertThat(Resumed.leftOut(session(":plain", List.of(PLAIN, TWO, THREE)), TWO, publish()))
                .contains("-rf leaves one out of what publishAtEnd does; mvn lambda-layer:publish -pl :one makes up for"
                        + " it.");
        assertThat(Resumed.leftOut(session(":plain", List.of(PLAIN, TWO, THREE)), THREE, publish()))
                .isEmpty();
    }

    @Test
    void whatWasNotPickedIsNotLeftOutByResuming() {
        MavenSession session = session(":three", List.of(THREE));
        session.getRequest()
                .setBaseDirectory(new File("/project"))
                .setSelectedProjects(List.of(":three", "com.example:two"));
        assertThat(Resumed.leftOut(session, THREE, publish()))
                .contains("-rf leaves two out of what publishAtEnd does; mvn lambda-layer:publish -pl :two makes up for"
                        + " it.");
        session.getRequest().setSelectedProjects(List.of(":three", "modules/one"));
        assertThat(Resumed.leftOut(session, THREE, publish()))
                .contains("-rf leaves one out of what publishAtEnd does; mvn lambda-layer:publish -pl :one makes up for"
                        + " it.");
        session.getRequest().setSelectedProjects(List.of()).setExcludedProjects(List.of(":one", ":two"));
        assertThat(Resumed.leftOut(session, THREE, publish())).isEmpty();
    }

    @Test
    void whoeverPicksModulesOrLeavesNoneOutIsToldNothing() {
        assertThat(Resumed.leftOut(session("", List.of(THREE)), THREE, publish()))
                .isEmpty();
        assertThat(Resumed.leftOut(session(":one", List.of(ONE, PLAIN, TWO, THREE)), ONE, publish()))
                .isEmpty();
    }
}
