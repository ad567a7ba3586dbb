package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlimPresetTest {

    @ParameterizedTest
    @CsvSource({
        "tests, pandas/tests/test_a.py, true",
        "tests, numpy/testing/__init__.py, false",
        "tests, numpy/_core/tests/_natype.py, false",
        "tests, numpy/_core/tests/test_api.py, true",
        "types, six.pyi, true",
        "types, pandas/py.typed, true",
        "headers, numpy/_core/include/numpy/arrayobject.h, true",
        "headers, numpy/__init__.py, false",
        "caches, a/__pycache__/b.cpython-313.pyc, true",
        "types, six-1.17.0.dist-info/py.typed, false",
    })
    void presetLeavesOutWhatNoFunctionNeeds(String preset, String path, boolean left) {
        assertThat(Exclusions.NONE.with(SlimPreset.of(preset)).exclude(path)).isEqualTo(left);
    }

    @Test
    void unknownPresetIsToldWithTheList() {
        assertThatThrownBy(() -> SlimPreset.of("test"))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("There is no preset \"test\" of files to leave out.\n"
                                        + "hint: the presets are tests, types, headers, caches, debug-symbols; anything else can be named in"
                                        + " <exclusions>\nsee problems.html#unknown-preset"));
    }
}
