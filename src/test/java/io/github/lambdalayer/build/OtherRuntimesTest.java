package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.python.resolve.OtherRuntime;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherRuntimesTest {

    @Test
    void runtimesThatArePatchedComeFirstNewestFirst() {
        List<OtherRuntime> others =
                OtherRuntimes.than(TestSpecs.target("python3.13", Architecture.ARM64), LocalDate.of(2026, 11, 1));
        assertThat(others.subList(0, 4))
                .extracting(OtherRuntime::advice)
                .containsExactly(
                        "set <runtime>python3.14</runtime>",
                        "set <runtime>python3.12</runtime>",
                        "set <runtime>python3.11</runtime>",
                        "set <runtime>python3.10</runtime>, which AWS no longer patches");
        assertThat(others)
                .allSatisfy(other -> assertThat(other.target().machine()).isEqualTo("aarch64"));
    }
}
