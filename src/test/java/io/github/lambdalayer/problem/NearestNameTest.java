package io.github.lambdalayer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("requirements", "requirementsFiles", "runtimes", "regions");

    @ParameterizedTest
    @CsvSource({
        "requirments, requirements",
        "Requirements, requirements",
        "requirement, requirements",
        "requirementFiles, requirementsFiles",
        "runtime, runtimes",
        "region, regions",
        "somethingElse, -",
        "x, -"
    })
    void fewestChangesWin(String misspelt, String meant) {
        assertThat(NearestName.of(misspelt, KNOWN).orElse("-")).isEqualTo(meant);
    }
}
