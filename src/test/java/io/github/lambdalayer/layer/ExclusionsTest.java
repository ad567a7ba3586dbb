package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusionsTest {

    @ParameterizedTest
    @CsvSource({
        // a name matches anywhere, as a file or as a folder with all that is in it
        "tests, numpy/tests/test_x.py, true",
        "tests, tests/x.py, true",
        "tests, pkg/tests, true",
        "tests, pkg/mytests/x.py, false",
        "*.pyi, numpy/core/a.pyi, true",
        "*.pyi, numpy/core/a.py, false",
        "test_*, pkg/test_a/b.py, true",
        "?.h, pkg/a.h, true",
        "?.h, pkg/ab.h, false",
        "[a-c].h, b.h, true",
        "[a-c].h, d.h, false",
        "[!a-c].h, d.h, true",
        "[ab, '[ab', true",
        "a*b*c, axxbxxc, true",
        "a*b*c, axxbxx, false",
        "tests/, pkg/tests/x.py, true",
        // a path matches from the top
        "numpy/f2py, numpy/f2py/a.py, true",
        "numpy/f2py, numpy/f2py, true",
        "numpy/f2py, other/numpy/f2py/a.py, false",
        "/bin, bin/run, true",
        "/bin, pkg/bin/run, false",
        "numpy/*/tests, numpy/core/tests/a.py, true",
        "numpy/*/tests, numpy/core/x/tests/a.py, false",
        "numpy/**/tests, numpy/tests/a.py, true",
        "numpy/**/tests, numpy/core/x/tests/a.py, true",
        "**/include/*.h, a/b/include/x.h, true",
        "**/include/*.h, a/b/include/x.c, false",
        "**/a/**/b, a/x/a/y/b/z, true",
        "numpy/**, numpy/a/b, true",
        "numpy/**, pandas/a/b, false",
        // dist-info stays
        "LICENSE, six-1.16.0.dist-info/LICENSE, false",
        "*, six-1.16.0.dist-info/METADATA, false",
        "*, six.py, true",
    })
    void patterns(String pattern, String path, boolean excluded) {
        assertThat(Exclusions.of(List.of(pattern)).exclude(path)).isEqualTo(excluded);
    }

    @Test
    void everyFaultIsTold() {
        assertThatThrownBy(() -> Exclusions.of(List.of("", "a\\b", "tests", "!x", "six-1.16.0.dist-info")))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                        4 problems:

                        "" excludes nothing: it is empty.

                        "a\\b" excludes nothing: folders are divided by /.

                        "!x" excludes nothing: files cannot be taken back in.

                        "six-1.16.0.dist-info" excludes nothing: dist-info is never left out.

                        hint: write a name such as tests, *.pyi, or a path such as numpy/f2py
                        see problems.html#bad-exclusion"""));
    }

    @Test
    void patternsThatAreHardToMatchTakeNoAges() {
        Exclusions hard = Exclusions.of(List.of("*a".repeat(50) + "b", "**/a/".repeat(50) + "b"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> hard.exclude("a/".repeat(500) + "a".repeat(500)), "backtracks too much");
    }

    @Test
    void nothingIsExcludedWithoutPatterns() {
        assertThat(Exclusions.NONE.exclude("a/b.py")).isFalse();
    }
}
