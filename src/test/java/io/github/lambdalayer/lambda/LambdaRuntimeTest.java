package io.github.lambdalayer.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaRuntimeTest {

    @ParameterizedTest
    @CsvSource({
        "python3.6, 17, 2022-07-18",
        "python3.7, 17, 2023-12-04",
        "python3.8, 26, 2024-10-14",
        "python3.9, 26, 2025-12-15",
        "python3.10, 26, 2026-10-31",
        "python3.11, 26, 2027-06-30",
        "python3.12, 34, 2028-10-31",
        "python3.13, 34, 2029-06-30",
        "python3.14, 34, 2029-06-30"
    })
    void everyRuntime(String name, int glibc, LocalDate deprecated) {
        LambdaRuntime runtime = LambdaRuntime.of(name);

        assertThat(runtime).hasToString(name);
        assertThat(runtime.glibcMinor()).isEqualTo(glibc);
        assertThat(runtime.pythonFullVersion()).startsWith(runtime.python() + ".");
        assertThat(runtime.lifecycle()).hasValueSatisfying(l -> {
            assertThat(l.deprecated()).isEqualTo(deprecated);
            assertThat(l.isDeprecatedOn(deprecated)).isTrue();
            assertThat(l.isDeprecatedOn(deprecated.minusDays(1))).isFalse();
        });
    }

    @Test
    void blocksAreKnownFromPython38On() {
        RuntimeLifecycle python38 = LambdaRuntime.of("python3.8").lifecycle().orElseThrow();

        assertThat(python38.createBlocked()).contains(LocalDate.of(2027, 2, 1));
        assertThat(python38.updateBlocked()).contains(LocalDate.of(2027, 3, 3));
        assertThat(LambdaRuntime.of("python3.7").lifecycle().orElseThrow().createBlocked())
                .isEmpty();
    }

    @Test
    void runtimesAreSortedByVersionAndNotByName() {
        assertThat(LambdaRuntime.all()).isSorted().hasSize(9);
        assertThat(LambdaRuntime.of("python3.9")).isLessThan(LambdaRuntime.of("python3.10"));
    }

    @Test
    void anUnknownRuntimeIsToldWithTheKnownOnes() {
        assertThat(catchThrowableOfType(LayerException.class, () -> LambdaRuntime.of("python3.15"))
                        .block())
                .isEqualTo("""
                        "python3.15" is not a known runtime: python3.6, python3.7, python3.8, python3.9, python3.10, \
                        python3.11, python3.12, python3.13, python3.14.
                        hint: for a newer runtime say what it has, with <glibc> and <pythonFullVersion>
                        see problems.html#unknown-runtime""");
        for (String name : List.of("python2.7", "ruby3.4", "Python3.13", "python3", "")) {
            LayerException e = catchThrowableOfType(LayerException.class, () -> LambdaRuntime.of(name));
            assertThat(e.sentence()).startsWith("\"" + name + "\" is not a known runtime: python3.6, ");
            assertThat(e.hints()).isEmpty();
        }
        assertThat(LambdaRuntime.known(Language.PYTHON, "python3.15")).isEmpty();
    }

    @Test
    void aVersionAloneIsMeantAsAPythonRuntime() {
        assertThat(catchThrowableOfType(LayerException.class, () -> LambdaRuntime.of("3.13"))
                        .hints())
                .containsExactly("write python3.13");
    }

    @Test
    void aRuntimeThatIsNewerThanThePluginCanBeDescribed() {
        LambdaRuntime runtime = LambdaRuntime.described("python3.15", "2.38", "3.15.1");

        assertThat(runtime).hasToString("python3.15").isGreaterThan(LambdaRuntime.of("python3.14"));
        assertThat(runtime.glibcMinor()).isEqualTo(38);
        assertThat(runtime.pythonFullVersion()).isEqualTo("3.15.1");
        assertThat(runtime.lifecycle()).isEmpty();
        assertThat(catchThrowableOfType(LayerException.class, () -> LambdaRuntime.described("java21", "2.38", "3.15.1"))
                        .code())
                .isEqualTo(LambdaProblem.UNKNOWN_RUNTIME);
    }

    @Test
    void equalByWhatTheyAre() {
        assertThat(LambdaRuntime.described(
                        "python3.13", "2.34", LambdaRuntime.of("python3.13").pythonFullVersion()))
                .isEqualTo(LambdaRuntime.of("python3.13"))
                .hasSameHashCodeAs(LambdaRuntime.of("python3.13"))
                .isNotEqualTo(LambdaRuntime.of("python3.12"));
    }

    @ParameterizedTest
    @CsvSource({
        "java8.al2, java8.al2, 26",
        "java11, java11, 26",
        "java17, java17, 26",
        "java17.al2023, java17.al2023, 34",
        "java21, java21, 34",
        "java25, java25, 34"
    })
    void runtimesOfJava(String name, String told, int glibcMinor) {
        LambdaRuntime runtime = LambdaRuntime.of(Language.JAVA, name);
        assertThat(runtime).hasToString(told);
        assertThat(runtime.glibcMinor()).isEqualTo(glibcMinor);
        assertThat(runtime.language()).isEqualTo(Language.JAVA);
    }

    @Test
    void runtimesOfALanguageAreInOrder() {
        assertThat(LambdaRuntime.all(Language.NODEJS))
                .isSorted()
                .extracting(LambdaRuntime::name)
                .containsExactly("nodejs16.x", "nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x");
        assertThat(LambdaRuntime.all(Language.JAVA))
                .isSorted()
                .extracting(LambdaRuntime::name)
                .endsWith("java25");
        assertThat(LambdaRuntime.all()).allMatch(runtime -> runtime.language() == Language.PYTHON);
    }

    @Test
    void runtimeOfAnotherLanguageHasNoPython() {
        LambdaTarget target = LambdaTarget.of(LambdaRuntime.of(Language.NODEJS, "nodejs22.x"), Architecture.ARM64);
        assertThat(target).hasToString("nodejs22.x on arm64");
        assertThatThrownBy(target::python).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> target.runtime().pythonMinor()).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PYTHON | java17    | a layer for it needs <language>java</language>",
                "JAVA   | python3.13 | a layer for it needs <language>python</language>",
                "JAVA   | 17        | write java17",
                "JAVA   | java29    | for a newer runtime say what it has, with <glibc>",
                "NODEJS | nodejs26.x | for a newer runtime say what it has, with <glibc>"
            })
    void unknownRuntimeHasAHint(Language language, String name, String hint) {
        assertThatThrownBy(() -> LambdaRuntime.of(language, name))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).contains("hint: " + hint + "\n"));
    }

    @Test
    void runtimesThatAreKnownAreNamed() {
        assertThatThrownBy(() -> LambdaRuntime.of(Language.NODEJS, "nodejs21.x"))
                .hasMessageContaining("\"nodejs21.x\" is not a known runtime: nodejs16.x, nodejs18.x, nodejs20.x,"
                        + " nodejs22.x, nodejs24.x.");
    }

    @Test
    void newRuntimeOfAnotherLanguageIsDescribedByItsGlibc() {
        LambdaRuntime described = LambdaRuntime.described(Language.NODEJS, "nodejs26.x", "2.34");
        assertThat(described).hasToString("nodejs26.x");
        assertThat(described.glibcMinor()).isEqualTo(34);
        assertThat(described).isGreaterThan(LambdaRuntime.of(Language.NODEJS, "nodejs24.x"));
        assertThatThrownBy(() -> LambdaRuntime.described(Language.JAVA, "nodejs26.x", "2.34"))
                .isInstanceOf(LayerException.class);
    }
}
