package io.github.lambdalayer.python.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.toml.TomlFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PEP 735. */
class DependencyGroupsTest {

    @Test
    void includedGroupStandsInItsPlace() {
        assertThat(group("test", "test = ['a', { include-group = 'base' }, 'c']\nbase = ['b1', 'b2']"))
                .containsExactly("a", "b1", "b2", "c");
    }

    @Test
    void whatStandsThereTwiceStays() {
        assertThat(group("test", """
                test = ['a', { include-group = 'b' }, { include-group = 'c' }]
                b = ['a>=1', { include-group = 'c' }]
                c = ['d']""")).containsExactly("a", "a>=1", "d", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-group", "My_Group", "MY.GROUP", "my--group"})
    void namesAreNormalised(String name) {
        assertThat(group(name, "My_Group = ['a']")).containsExactly("a");
        assertThat(group("x", "x = [{ include-group = '" + name + "' }]\nMy_Group = ['a']"))
                .containsExactly("a");
    }

    @Test
    void emptyGroupIsOne() {
        assertThat(group("test", "test = []")).isEmpty();
    }

    @Test
    void twoGroupsOfOneNameAreRefused() {
        assertFault("my-group", "My_Group = ['a']\nmy-group = ['b']", """
                pyproject.toml, line 3, column 1: the groups My_Group and my-group have one name.
                see problems.html#project-group-twice""");
    }

    @Test
    void groupsThatIncludeEachOtherAreRefused() {
        assertFault(
                "a",
                "a = ['x', { include-group = 'b' }]\nb = [{ include-group = 'c' }]\nc = [{ include-group = 'a' }]",
                """
                pyproject.toml, line 4, column 6: the groups include each other: a -> b -> c -> a.
                see problems.html#project-group-cycle""");
        assertFault("a", "a = [{ include-group = 'A' }]", """
                pyproject.toml, line 2, column 6: the groups include each other: a -> a.
                see problems.html#project-group-cycle""");
    }

    @Test
    void groupThatIsNotThereIsNamed() {
        assertFault("docs", "test = ['a']\nlint = ['b']", """
                pyproject.toml, line 1, column 1: there is no group docs: it has lint, test.
                see problems.html#project-group""");
        assertFault("test", "test = [{ include-group = 'docs' }]", """
                pyproject.toml, line 2, column 9: dependency-groups.test[0] includes the group docs, which is not there: it has test.
                see problems.html#project-group""");
        assertThatThrownBy(() -> DependencyGroups.of(TomlFile.parse("", "pyproject.toml"))
                        .of(ExtraName.of("docs")))
                .hasMessage("pyproject.toml, line 1, column 1: there is no group docs: it has none.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ include-group = 'b', x = 1 }", "{ set-phasers-to = 'stun' }", "{}"})
    void otherTablesAreRefused(String element) {
        assertFault(
                "test",
                "test = [" + element + "]\nb = []",
                "pyproject.toml, line 2, column 9: dependency-groups.test[0] must be a requirement or"
                        + " { include-group = \"<name>\" }.\nsee problems.html#project-group");
    }

    @Test
    void otherTypesAreRefused() {
        assertThatThrownBy(() -> group("test", "test = 'a'"))
                .hasMessage("pyproject.toml, line 2, column 1: dependency-groups.test must be an array, but it is a"
                        + " string.");
        assertThatThrownBy(() -> group("test", "test = [1]"))
                .hasMessage("pyproject.toml, line 2, column 9: dependency-groups.test[0] must be a string, but it is"
                        + " an integer.");
    }

    @Test
    void groupThatNobodyAsksForIsNotJudged() {
        assertThat(group("good", "good = ['a']\nbad = ['===', 7, { x = 1 }, { include-group = 'bad' }]"))
                .containsExactly("a");
    }

    private static List<String> group(String name, String groups) {
        return DependencyGroups.of(TomlFile.parse("[dependency-groups]\n" + groups, "pyproject.toml"))
                .of(ExtraName.of(name))
                .stream()
                .map(found -> found.requirement().toString())
                .toList();
    }

    private static void assertFault(String name, String groups, String block) {
        assertThatThrownBy(() -> group(name, groups))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(block);
    }
}
