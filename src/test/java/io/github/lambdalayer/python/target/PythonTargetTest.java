package io.github.lambdalayer.python.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.version.Specifiers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTargetTest {

    @Test
    void theMarkerValuesOfARuntime() {
        MarkerEnvironment markers = PythonTarget.linux("3.13.5", "aarch64", 34).markers();

        assertThat(List.of(
                        "implementation_name",
                        "implementation_version",
                        "os_name",
                        "platform_machine",
                        "platform_python_implementation",
                        "platform_release",
                        "platform_system",
                        "platform_version",
                        "python_full_version",
                        "python_version",
                        "sys_platform"))
                .extracting(markers::get)
                .containsExactly(
                        "cpython", "3.13.5", "posix", "aarch64", "CPython", "", "Linux", "", "3.13.5", "3.13", "linux");
        assertThatThrownBy(() -> markers.get("extra"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no environment marker variable: extra");
    }

    @Test
    void printsWhatMatters() {
        assertThat(PythonTarget.linux("3.13.0", "x86_64", 34)).hasToString("python3.13 on x86_64 (glibc 2.34)");
        assertThat(PythonTarget.linux("3.9.1", "aarch64", 26)).hasToString("python3.9 on arm64 (glibc 2.26)");
    }

    @ParameterizedTest
    @CsvSource({
        "3.13.0, >=3.8, true",
        "3.13.0rc1, >=3.13, true",
        "3.13.0, '<3.13', false",
        "3.13.0, '>=3.9,<4', true",
        "3.9.18, '!=3.9.7', true"
    })
    void requiresPython(String version, String requires, boolean accepted) {
        assertThat(PythonTarget.linux(version, "x86_64", 34).accepts(Specifiers.parse(requires)))
                .isEqualTo(accepted);
    }

    private static String sentence(String version, String machine, int glibc) {
        return catchThrowableOfType(LayerException.class, () -> PythonTarget.linux(version, machine, glibc))
                .sentence();
    }

    @Test
    void whatIsNoInterpreter() {
        for (String version : List.of("3.13", "2.7.18", "4.0.0", "1!3.13.0", "3.13.0+x", "3.100.0", "snake")) {
            assertThat(sentence(version, "x86_64", 34))
                    .isEqualTo("\"" + version + "\" is not a full version of CPython 3.");
        }
        assertThat(sentence("3.13.0", "arm64", 34))
                .isEqualTo("\"arm64\" is not a machine of AWS Lambda: x86_64 or aarch64.");
        assertThat(sentence("3.13.0", "x86_64", 4)).isEqualTo("2.4 is not a version of glibc from 2.5 on.");
        assertThat(catchThrowableOfType(LayerException.class, () -> PythonTarget.linux("3.13", "x86_64", 34))
                        .hints())
                .containsExactly("write it with its patch level, such as 3.13.0");
    }
}
