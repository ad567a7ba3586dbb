package io.github.lambdalayer.python.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.target.MarkerEnvironment;
import io.github.lambdalayer.python.target.PythonTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerTest {

    private static final MarkerEnvironment PYTHON_310 =
            PythonTarget.linux("3.10.4", "aarch64", 26).markers();

    private static boolean holds(String marker, String... extras) {
        return Marker.parse(marker).holds(PYTHON_310, names(extras));
    }

    private static Set<ExtraName> names(String... names) {
        return Arrays.stream(names).map(ExtraName::of).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "python_version > '3.9'|true",
                "python_version < '3.9'|false",
                "'3.8' <= python_version|true",
                "'3.11' < python_version|false",
                "python_version >= '3.10.1'|false",
                "python_full_version >= '3.10.1'|true",
                "python_version == '3.10.*'|true",
                "python_version ~= '3.7'|true",
                "python_version === '3.10'|true",
                "implementation_version < '3.11'|true",
                "python_version in '3.9 3.10'|true",
                "python_version in '3.9, 3.10'|true",
                "python_version not in '3.9'|true",
                "'3.1' in python_version|true",
                "python_version > 'snake'|false",
                "python_version == 'snake'|false",
                "python_version != 'snake'|true",
                "platform_release >= '5'|false",
                "platform_machine == 'arm64'|false",
                "platform_machine == 'aarch64'|true",
                "platform_machine != 'x86_64'|true",
                "platform_machine in 'x86_64 aarch64'|true",
                "'arch' in platform_machine|true",
                "'arch' not in platform_machine|false",
                "platform_machine <= 'aarch64'|true",
                "platform_machine >= 'aarch64'|true",
                "platform_machine < 'zzz'|false",
                "platform_machine > 'aaa'|false",
                "sys_platform == 'Linux'|false",
                "os.name == 'posix'|true",
                "sys.platform == 'linux'|true",
                "platform.machine == 'aarch64'|true",
                "platform.version == ''|true",
                "platform.python_implementation == 'CPython'|true",
                "python_implementation == 'CPython'|true",
                "os_name == sys_platform|false",
                "'a' == 'a'|true",
                "os_name == 'nt' and python_version > '3' or sys_platform == 'linux'|true",
                "os_name == 'nt' and (python_version > '3' or sys_platform == 'linux')|false",
                "(os_name == 'posix' or os_name == 'nt') and python_version < '3'|false"
            })
    void answers(String marker, boolean expected) {
        assertThat(holds(marker)).isEqualTo(expected);
    }

    @Test
    void aBarDividesVersionsToo() {
        assertThat(holds("python_version in '3.9|3.10'")).isTrue();
    }

    @Test
    void anExtraIsAskedForOrNot() {
        assertThat(holds("extra == 'Build_Docs'", "build.docs", "x")).isTrue();
        assertThat(holds("'build-docs' == extra", "build.docs")).isTrue();
        assertThat(holds("extra == 'y'", "build.docs", "x")).isFalse();
        assertThat(holds("extra == 'y'")).isFalse();
        assertThat(holds("extra != 'y'")).isTrue();
        assertThat(holds("extra != 'y'", "y")).isFalse();
        assertThat(holds("extra != 'y'", "x", "y")).isFalse();
        assertThat(holds("extra == 'x' and extra == 'y'", "x", "y")).isTrue();
        assertThat(holds("extra in 'x y'", "y")).isTrue();
        assertThat(holds("extra not in 'x y'", "y")).isFalse();
    }

    @Test
    void inALockExtrasAndGroupsAreSets() {
        Marker marker = Marker.parse("'Dev_Tools' in dependency_groups and 's3' not in extras");

        assertThat(marker.holdsInLock(PYTHON_310, names("x"), Set.of("dev.tools")))
                .isTrue();
        assertThat(marker.holdsInLock(PYTHON_310, names("s3"), Set.of("dev-tools")))
                .isFalse();
        assertThat(marker.holdsInLock(PYTHON_310, Set.of(), Set.of())).isFalse();
        assertThat(Marker.ALWAYS.holdsInLock(PYTHON_310, Set.of(), Set.of())).isTrue();
    }

    private static String undefined(String marker) {
        LayerException e = catchThrowableOfType(LayerException.class, () -> holds(marker));
        assertThat(e.code()).isEqualTo(RequirementProblem.UNDEFINED_MARKER);
        return e.block();
    }

    @Test
    void whatHasNoAnswerIsAnError() {
        assertThat(undefined("os_name ~= 'posix'")).isEqualTo("""
                The marker os_name ~= "posix" has no answer: ~= compares versions only.
                see problems.html#undefined-marker""");
        assertThat(undefined("os_name === 'posix'")).contains("=== compares versions only.");
        assertThat(undefined("'x' in extras"))
                .startsWith("The marker \"x\" in extras has no answer: "
                        + "the variables extras and dependency_groups exist in lock files only.");
        assertThat(catchThrowableOfType(
                                LayerException.class,
                                () -> Marker.parse("extra == 'x'").holdsInLock(PYTHON_310, Set.of(), Set.of()))
                        .sentence())
                .isEqualTo("The marker extra == \"x\" has no answer: "
                        + "the variable extra does not exist in a lock file.");
        assertThat(catchThrowableOfType(
                                LayerException.class,
                                () -> Marker.parse("extras == 'x'").holdsInLock(PYTHON_310, Set.of(), Set.of()))
                        .sentence())
                .isEqualTo("The marker extras == \"x\" has no answer: "
                        + "a set is asked with \"name\" in or \"name\" not in.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "os.name=='posix'|os_name == \"posix\"",
                "((os_name == 'a' or (os_name == 'b')))|os_name == \"a\" or os_name == \"b\"",
                "(os_name == 'a' and os_name == 'b') and os_name == 'c'|"
                        + "os_name == \"a\" and os_name == \"b\" and os_name == \"c\"",
                "(os_name == 'a' or os_name == 'b') and os_name == 'c'|"
                        + "(os_name == \"a\" or os_name == \"b\") and os_name == \"c\"",
                "os_name not\tin 'a'|os_name not in \"a\"",
                "os_name == 'say \"hi\"'|os_name == 'say \"hi\"'",
                "extra=='A__b'|extra == \"a-b\"",
                "'3'in python_version|\"3\" in python_version"
            })
    void printsItsNormalForm(String marker, String normal) {
        assertThat(Marker.parse(marker)).hasToString(normal).isEqualTo(Marker.parse(normal));
    }

    @Test
    void alwaysHoldsAndPrintsNothing() {
        assertThat(Marker.ALWAYS).hasToString("");
        assertThat(Marker.ALWAYS.holds(PYTHON_310, Set.of())).isTrue();
    }

    @Test
    void joinedMarkers() {
        Marker a = Marker.parse("os_name == 'a'");
        Marker b = Marker.parse("os_name == 'b'");
        Marker c = Marker.parse("os_name == 'c'");

        assertThat(Marker.and(Marker.ALWAYS, a)).isEqualTo(a);
        assertThat(Marker.anyOf(List.of(Marker.ALWAYS, a))).isEqualTo(Marker.ALWAYS);
        assertThat(Marker.and(Marker.and(a, b), c)).isEqualTo(Marker.allOf(List.of(a, b, c)));
        assertThat(Marker.anyOf(List.of(a, Marker.anyOf(List.of(b, c))))).isEqualTo(Marker.anyOf(List.of(a, b, c)));
        assertThat(Marker.and(Marker.anyOf(List.of(a, b)), c))
                .hasToString("(os_name == \"a\" or os_name == \"b\") and os_name == \"c\"");
    }

    private static LayerException fault(String marker) {
        return catchThrowableOfType(LayerException.class, () -> Marker.parse(marker));
    }

    @Test
    void anUnknownVariableIsNamedAndTheKnownOnesAreListed() {
        assertThat(fault("os_name == 'a' and python > '3'").block()).isEqualTo("""
                "os_name == 'a' and python > '3'" is not an environment marker: there is no marker variable "python".

                  os_name == 'a' and python > '3'
                                     ^

                hint: the variables are implementation_name, implementation_version, os_name, platform_machine, \
                platform_python_implementation, platform_release, platform_system, platform_version, \
                python_full_version, python_version, sys_platform, extra
                see problems.html#bad-marker""");
    }

    @Test
    void aVersionNeedsQuotes() {
        assertThat(fault("python_version >= 3.8").block()).isEqualTo("""
                "python_version >= 3.8" is not an environment marker: expected a variable such as python_version, \
                or a quoted text.

                  python_version >= 3.8
                                    ^

                hint: write "3.8" in quotes
                see problems.html#bad-marker""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0|expected a variable such as python_version, or a quoted text",
                "os_name|7|expected a comparison: one of <=, <, !=, ==, >=, >, ~=, ===, in, not in",
                "os_name = 'a'|8|expected a comparison: one of <=, <, !=, ==, >=, >, ~=, ===, in, not in",
                "os_name notin 'a'|8|expected a comparison: one of <=, <, !=, ==, >=, >, ~=, ===, in, not in",
                "os_name not 'a'|12|expected in after not",
                "os_name == 'a|11|this quote is never closed",
                "os_name == 'a\\b'|13|a quoted text cannot hold a backslash",
                "os_name == 'a' or|17|expected a variable such as python_version, or a quoted text",
                "(os_name == 'a'|15|expected and, or, or a closing parenthesis",
                "os_name == 'a')|14|expected and, or, or the end of the marker",
                "os_name == 'a' with x|15|expected and, or, or the end of the marker",
                "os_name == 'a' android|15|expected and, or, or the end of the marker"
            })
    void whatIsWrongAndWhere(String text, int column, String expected) {
        assertThat(fault(text).sentence())
                .isEqualTo("\"" + text + "\" is not an environment marker: " + expected + ".\n\n  " + text + "\n  "
                        + " ".repeat(column) + "^");
    }

    @Test
    void aHundredThousandParenthesesAreNestedTooDeep() {
        assertThat(fault("(".repeat(100_000)).sentence())
                .startsWith("\"" + "(".repeat(60) + "…\" is not an environment marker: "
                        + "its parentheses are nested too deep, more than 100 of them.\n\n  …");
        assertThat(holds("(".repeat(100) + "os_name == 'posix'" + ")".repeat(100)))
                .isTrue();
    }

    @Test
    void aLongMarkerIsReadAndAnswered() {
        String terms = "os_name == 'x' or ".repeat(7_000);
        assertThat(holds(terms + "os_name == 'posix'")).isTrue();
        assertThat(fault("os_name == 'x' or ".repeat(8_000)).sentence())
                .contains("it is longer than 131072 characters");
    }
}
