package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** What Maven itself puts into the goals' fields. */
@MojoTest
class GoalParametersTest {

    private static final String POM = "file:src/test/resources/poms/layer.xml";

    @Test
    @InjectMojo(goal = "package", pom = POM)
    void listsKeepTheirElements(PackageMojo goal) {
        Map<String, ParameterTree> parameters = GoalParameters.of(goal);
        assertThat(parameters)
                .containsEntry("layerName", ParameterTree.text("layerName", "data-tools"))
                .containsEntry("runtimes", ParameterTree.list("runtimes", List.of("python3.12", "python3.13")))
                .containsEntry(
                        "requirements",
                        ParameterTree.list("requirements", List.of("numpy>=2,<3; python_version > '3.8'", "six")));
    }

    @Test
    @InjectMojo(goal = "package", pom = POM)
    void structuredParametersStayTrees(PackageMojo goal) {
        ParameterTree index = new ParameterTree(
                "index",
                "",
                List.of(
                        ParameterTree.text("id", "acme"),
                        ParameterTree.text("url", "https://repo.acme.example/simple/")));
        assertThat(GoalParameters.of(goal))
                .containsEntry("indexes", new ParameterTree("indexes", "", List.of(index)))
                .containsEntry(
                        "findings", new ParameterTree("findings", "", List.of(ParameterTree.text("glibc", "warn"))));
    }

    @Test
    @InjectMojo(goal = "package")
    void defaultsAreThose(PackageMojo goal) {
        assertThat(GoalParameters.of(goal))
                .containsEntry("indexUrl", ParameterTree.text("indexUrl", "https://pypi.org/simple/"))
                .containsEntry("indexServerId", ParameterTree.text("indexServerId", "pypi"))
                .containsEntry("language", ParameterTree.text("language", "python"))
                .containsEntry("layout", ParameterTree.text("layout", "auto"))
                .containsEntry("prereleases", ParameterTree.text("prereleases", "if-necessary"))
                .containsEntry("resolution", ParameterTree.text("resolution", "highest"))
                .containsEntry("classifier", ParameterTree.text("classifier", "lambda-layer"));
    }

    @Test
    @InjectMojo(goal = "package")
    void whatIsNotGivenIsNotThere(PackageMojo goal) {
        assertThat(GoalParameters.of(goal))
                .doesNotContainKeys("runtimes", "requirements", "indexes", "layers", "findings", "glibc", "lockFile");
    }

    @Test
    @InjectMojo(goal = "build")
    @MojoParameter(name = "universal", value = "perhaps")
    void mavenConvertsNothing(BuildMojo goal) {
        assertThat(GoalParameters.of(goal)).containsEntry("universal", ParameterTree.text("universal", "perhaps"));
    }

    @Test
    @InjectMojo(goal = "lock", pom = POM)
    @MojoParameter(name = "upgrade", value = "all")
    void lockKnowsWhatToUpgrade(LockMojo goal) {
        assertThat(GoalParameters.of(goal))
                .containsEntry("upgrade", ParameterTree.list("upgrade", List.of("all")))
                .doesNotContainKeys("functions", "findings");
    }

    @Test
    void otherPropertiesAreLeftOut() {
        Properties properties = new Properties();
        properties.setProperty("lambda-layer.layerName", "data");
        properties.setProperty("maven.deploy.skip", "true");
        assertThat(GoalParameters.of(properties)).isEqualTo(Map.of("lambda-layer.layerName", "data"));
    }
}
