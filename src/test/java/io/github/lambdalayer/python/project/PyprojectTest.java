package io.github.lambdalayer.python.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyprojectTest {

    private static final String DEMO = """
            [project]
            name = "Demo"
            requires-python = ">=3.11"
            dependencies = [
                "pandas>=2",
                "six; python_version < '3.12'",
            ]
            [project.optional-dependencies]
            aws = ["boto3"]
            Excel_Files = ["openpyxl>=3"]
            all = ["demo[aws,excel-files]; python_version >= '3.11'", "idna"]
            loop = ["demo[loop]", "rich"]
            lost = ["demo[nowhere]"]
            """;

    @TempDir
    private Path folder;

    @Test
    void dependenciesKeepTheirOrderAndTheirPlace() {
        assertThat(requirements(DEMO, List.of(), List.of()))
                .containsExactly(
                        "pandas>=2 (pyproject.toml, line 5)",
                        "six; python_version < \"3.12\" (pyproject.toml, line 6)");
        assertThat(read(DEMO).requiresPython()).hasToString(">=3.11");
    }

    @Test
    void projectWithoutDependenciesAsksForNothing() {
        assertThat(requirements("[project]\nname = 'demo'\n", List.of(), List.of()))
                .isEmpty();
        assertThat(read("[project]\nname = 'demo'\n").requiresPython().isAny()).isTrue();
    }

    @Test
    void extrasAreFoundByTheirNormalisedNames() {
        assertThat(requirements(DEMO, List.of("excel.files"), List.of()))
                .endsWith("openpyxl>=3 (pyproject.toml, line 10)");
    }

    @Test
    void extraMayAskForOthersOfItsProject() {
        assertThat(requirements(DEMO, List.of("all"), List.of()))
                .endsWith(
                        "boto3; python_version >= \"3.11\" (pyproject.toml, line 9)",
                        "openpyxl>=3; python_version >= \"3.11\" (pyproject.toml, line 10)",
                        "idna (pyproject.toml, line 11)");
    }

    @Test
    void extraThatAsksForItselfEnds() {
        assertThat(requirements(DEMO, List.of("loop"), List.of())).endsWith("rich (pyproject.toml, line 12)");
    }

    @Test
    void extraThatIsNotThereIsNamed() {
        assertBlock(
                DEMO,
                List.of("gcp"),
                List.of(),
                "pyproject.toml, line 8, column 1: the project has no extra gcp: it has all, aws, excel-files, loop,"
                        + " lost.\nsee problems.html#project-extra");
        assertThatThrownBy(() -> requirements(DEMO, List.of("lost"), List.of()))
                .hasMessageContaining("the project has no extra nowhere: it has all, aws,");
        assertThatThrownBy(() -> requirements("[project]\nname = 'x'", List.of("aws"), List.of()))
                .hasMessage("pyproject.toml, line 1, column 1: the project has no extra aws: it has none.");
        assertThatThrownBy(() -> requirements("[dependency-groups]\n", List.of("aws"), List.of()))
                .hasMessage("Without [project] there is no extra aws.");
    }

    @Test
    void dynamicDependenciesAreRefused() {
        assertBlock("[project]\nname = 'demo'\ndynamic = ['version', 'dependencies']\n", List.of(), List.of(), """
                pyproject.toml, line 3, column 1: the dependencies are dynamic: only the project's build knows them, and nothing is built here.
                hint: name the requirements in the pom, or let pip or uv write a pylock.toml
                see problems.html#project-dynamic""");
    }

    @Test
    void dynamicExtrasAreRefusedWhenOneIsAskedFor() {
        String text = "[project]\nname = 'demo'\ndependencies = ['six']\ndynamic = ['optional-dependencies']\n";
        assertThat(requirements(text, List.of(), List.of())).hasSize(1);
        assertThatThrownBy(() -> requirements(text, List.of("aws"), List.of()))
                .hasMessageStartingWith("pyproject.toml, line 4, column 1: the optional-dependencies are dynamic:");
    }

    @Test
    void extrasOfOneNameAreRefused() {
        assertBlock("""
                [project]
                [project.optional-dependencies]
                "Foo_Bar" = ["six"]
                "foo-bar" = ["idna"]
                """, List.of("foo.bar"), List.of(), """
                pyproject.toml, line 4, column 1: another extra has the same name as foo-bar, spelt otherwise.
                see problems.html#project-extra""");
    }

    @Test
    void dependenciesThatOnlyPoetryReadsAreNotLostInSilence() {
        String text = """
                [project]
                name = "app"
                [tool.poetry.dependencies]
                python = "^3.10"
                """;
        assertThat(read(text).requirements(List.of(), List.of())).isEmpty();
        assertBlock(text + "ifaddr = '>=0.1.7'\n", List.of(), List.of(), """
                pyproject.toml, line 1, column 1: [project] has no dependencies: those of [tool.poetry.dependencies] are for Poetry alone.
                hint: name its poetry.lock in place of it, or move them to [project]
                see problems.html#project-empty""");
        assertThat(read(text + "ifaddr = '>=0.1.7'\n").requirementsBesideLock(List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void allThatAreNoRequirementsAreTold() {
        assertThatThrownBy(() -> requirements(
                        "[project]\nname = 'a'\ndependencies = ['six >> 1', 'idna=3', 'ok']", List.of(), List.of()))
                .hasMessageStartingWith("2 problems:\n\npyproject.toml, line 3, column 17: project.dependencies[0]: ")
                .hasMessageContaining("\n\npyproject.toml, line 3, column 29: project.dependencies[1]: ");
    }

    @Test
    void groupsAloneAskForNothingUntilOneIsNamed() {
        assertBlock("[dependency-groups]\ndev = ['six']\n", List.of(), List.of(), """
                pyproject.toml, line 1, column 1: it has no [project], and no group is asked for: it has dev.
                hint: name those that the layer needs in <groups>
                see problems.html#project-empty""");
    }

    @Test
    void fileThatAsksForNothingIsRefused() {
        assertBlock("[tool.poetry.dependencies]\nsix = '*'\n", List.of(), List.of(), """
                pyproject.toml, line 1, column 1: it has neither [project] nor [dependency-groups].
                hint: [tool.poetry] is for Poetry alone: name its poetry.lock instead
                see problems.html#project-empty""");
        assertBlock("[tool.uv.workspace]\nmembers = ['a']\n", List.of(), List.of(), """
                pyproject.toml, line 1, column 1: it has neither [project] nor [dependency-groups].
                hint: [tool.uv] is for uv alone: name its uv.lock instead
                see problems.html#project-empty""");
        assertBlock("[tool.pdm]\ndistribution = false\n", List.of(), List.of(), """
                pyproject.toml, line 1, column 1: it has neither [project] nor [dependency-groups].
                hint: if another tool's table holds the requirements, let that tool write a pylock.toml
                see problems.html#project-empty""");
    }

    @Test
    void requirementThatIsNoneShowsWhere() {
        assertThatThrownBy(() -> requirements("[project]\ndependencies = ['six', 'numpy=1']\n", List.of(), List.of()))
                .hasMessage(
                        "pyproject.toml, line 2, column 24: project.dependencies[1]: \"numpy=1\" is not a"
                                + " requirement: expected a comparison such as == or >= after the name.\n\n  numpy=1\n       ^");
    }

    @Test
    void otherTypesAreRefused() {
        assertThatThrownBy(() -> requirements("[project.dependencies]\nsix = '*'\n", List.of(), List.of()))
                .hasMessage("pyproject.toml, line 1, column 1: project.dependencies must be an array, but it is a"
                        + " table.");
    }

    @Test
    void packageThatUvTakesFromElsewhereIsRefused() {
        String text = "[project]\ndependencies = ['six']\n[tool.uv.sources]\nsix = { git = 'https://host/six' }\n";
        assertBlock(text, List.of(), List.of(), """
                pyproject.toml, line 4, column 1: [tool.uv.sources] says where six comes from, and that table is not followed here.
                hint: uv lock, and name uv.lock beside it in <requirementsFiles>
                see problems.html#project-source""");
        assertThat(requirements(text.replace("['six']", "['idna']"), List.of(), List.of()))
                .hasSize(1);
    }

    @Test
    void groupsFollowTheDependencies() {
        assertThat(requirements(DEMO + "[dependency-groups]\nLambda = ['rich']\n", List.of(), List.of("lambda")))
                .endsWith("rich (pyproject.toml, line 15)");
    }

    private Pyproject read(String text) {
        try {
            return Pyproject.read(Files.writeString(folder.resolve("pyproject.toml"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> requirements(String text, List<String> extras, List<String> groups) {
        return read(text).requirements(names(extras), names(groups)).stream()
                .map(DeclaredRequirement::toString)
                .toList();
    }

    private void assertBlock(String text, List<String> extras, List<String> groups, String block) {
        assertThatThrownBy(() -> requirements(text, extras, groups))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(block);
    }

    private static List<ExtraName> names(List<String> texts) {
        return texts.stream().map(ExtraName::of).toList();
    }
}
