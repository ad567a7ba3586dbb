package io.github.lambdalayer.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaTargetTest {

    private static final LambdaTarget TARGET = LambdaTarget.of(LambdaRuntime.of("python3.13"), Architecture.ARM64);

    @Test
    void theInterpreterOfARuntime() {
        assertThat(TARGET).hasToString("python3.13 on arm64");
        assertThat(TARGET.python()).hasToString("python3.13 on arm64 (glibc 2.34)");
        assertThat(TARGET.python().machine()).isEqualTo("aarch64");
    }

    @Test
    void whatTheUserSaysCounts() {
        LambdaTarget other = TARGET.withGlibc("2.28").withPythonFullVersion("3.13.99");

        assertThat(other.python()).hasToString("python3.13 on arm64 (glibc 2.28)");
        assertThat(other.python().pythonVersion()).hasToString("3.13.99");
        assertThat(other.runtime()).isEqualTo(TARGET.runtime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2.", "2.04", "2.3x", "3.1", "2.4", "2.100", "glibc 2.34"})
    void whatIsNoGlibc(String glibc) {
        assertThat(catchThrowableOfType(LayerException.class, () -> TARGET.withGlibc(glibc))
                        .block())
                .isEqualTo("\"" + glibc + "\" is not a version of glibc.\nhint: write it such as 2.34\n"
                        + "see problems.html#bad-runtime-override");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3.13", "3.13.", "3.12.1", "3.13.1rc1", "3.13.1.2"})
    void whatIsNoVersionOfTheRuntime(String version) {
        assertThat(catchThrowableOfType(LayerException.class, () -> TARGET.withPythonFullVersion(version))
                        .block())
                .isEqualTo("\"" + version + "\" is not a full version of Python 3.13.\n"
                        + "hint: write it with its patch level, such as 3.13.0\n"
                        + "see problems.html#bad-runtime-override");
    }

    @Test
    void architectures() {
        assertThat(Architecture.of("x86_64")).isEqualTo(Architecture.X86_64);
        assertThat(Architecture.of("arm64").machine()).isEqualTo("aarch64");
        assertThat(Architecture.ARM64).hasToString("arm64");
        assertThat(Architecture.X86_64.text()).isEqualTo("x86_64");
        assertThat(catchThrowableOfType(LayerException.class, () -> Architecture.of("aarch64"))
                        .block())
                .isEqualTo("""
                        "aarch64" is not an architecture of AWS Lambda: x86_64 or arm64.
                        hint: AWS calls aarch64 arm64
                        see problems.html#unknown-architecture""");
        assertThat(catchThrowableOfType(LayerException.class, () -> Architecture.of("riscv"))
                        .hints())
                .isEmpty();
    }
}
