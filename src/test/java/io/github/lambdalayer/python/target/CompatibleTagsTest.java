package io.github.lambdalayer.python.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibleTagsTest {

    private static final CompatibleTags PYTHON_313 = CompatibleTags.linux(13, "x86_64", 34);
    private static final CompatibleTags PYTHON_311 = CompatibleTags.linux(11, "x86_64", 26);

    private static TagMatch match(String... sets) {
        return PYTHON_313.match(
                Arrays.stream(sets).flatMap(s -> Tag.expand(s).stream()).toList());
    }

    /** As interpreters inside the images of AWS say it; that of 3.6 is from before cp36-none-any was thought of. */
    @ParameterizedTest
    @CsvSource({
        "6, x86_64, 17, 264, cp36-cp36m-manylinux_2_17_x86_64",
        "7, x86_64, 17, 299, cp37-cp37m-manylinux_2_17_x86_64",
        "8, x86_64, 26, 505, cp38-cp38-manylinux_2_26_x86_64",
        "8, aarch64, 26, 239, cp38-cp38-manylinux_2_26_aarch64",
        "9, x86_64, 26, 558, cp39-cp39-manylinux_2_26_x86_64",
        "10, x86_64, 26, 611, cp310-cp310-manylinux_2_26_x86_64",
        "11, x86_64, 26, 664, cp311-cp311-manylinux_2_26_x86_64",
        "11, aarch64, 26, 314, cp311-cp311-manylinux_2_26_aarch64",
        "12, x86_64, 34, 933, cp312-cp312-manylinux_2_34_x86_64",
        "12, aarch64, 34, 555, cp312-cp312-manylinux_2_34_aarch64",
        "13, x86_64, 34, 1002, cp313-cp313-manylinux_2_34_x86_64",
        "14, x86_64, 34, 1071, cp314-cp314-manylinux_2_34_x86_64",
        "14, aarch64, 34, 637, cp314-cp314-manylinux_2_34_aarch64"
    })
    void everyRuntime(int minor, String machine, int glibc, int count, String best) {
        List<Tag> tags = CompatibleTags.linux(minor, machine, glibc).all();

        assertThat(tags).hasSize(count).doesNotHaveDuplicates();
        assertThat(tags.get(0)).hasToString(best);
        assertThat(tags.get(count - 1)).hasToString("py30-none-any");
    }

    @Test
    void oldNamesFollowTheirNewOnes() {
        assertThat(CompatibleTags.linux(13, "x86_64", 17).all().subList(0, 17))
                .extracting(Tag::platform)
                .containsExactly(
                        "manylinux_2_17_x86_64",
                        "manylinux2014_x86_64",
                        "manylinux_2_16_x86_64",
                        "manylinux_2_15_x86_64",
                        "manylinux_2_14_x86_64",
                        "manylinux_2_13_x86_64",
                        "manylinux_2_12_x86_64",
                        "manylinux2010_x86_64",
                        "manylinux_2_11_x86_64",
                        "manylinux_2_10_x86_64",
                        "manylinux_2_9_x86_64",
                        "manylinux_2_8_x86_64",
                        "manylinux_2_7_x86_64",
                        "manylinux_2_6_x86_64",
                        "manylinux_2_5_x86_64",
                        "manylinux1_x86_64",
                        "linux_x86_64");
        assertThat(CompatibleTags.linux(13, "aarch64", 18).all().subList(0, 4))
                .extracting(Tag::platform)
                .containsExactly(
                        "manylinux_2_18_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64", "linux_aarch64");
    }

    @Test
    void theBestTagCounts() {
        assertThat(match("cp313-cp313-manylinux_2_17_x86_64.manylinux_2_34_x86_64"))
                .isEqualTo(new TagMatch.Fits(0, Tag.parse("cp313-cp313-manylinux_2_34_x86_64")));
        assertThat(match("py3-none-any").fits()).isTrue();
        assertThat(match("py3-none-any").because()).isEqualTo("it fits by its tag py3-none-any");
    }

    @ParameterizedTest
    @CsvSource({
        "cp313-cp313-manylinux_2_28_x86_64, cp313-cp313-manylinux_2_17_x86_64",
        "cp313-cp313-manylinux1_x86_64, cp313-abi3-manylinux_2_28_x86_64",
        "cp313-abi3-manylinux1_x86_64, cp37-abi3-manylinux_2_28_x86_64",
        "cp312-abi3-manylinux1_x86_64, cp37-abi3-manylinux_2_28_x86_64",
        "cp37-abi3-linux_x86_64, py3-none-manylinux_2_28_x86_64",
        "py3-none-manylinux_2_5_x86_64, py3-none-linux_x86_64",
        "py3-none-linux_x86_64, py3-none-any",
        "cp313-none-any, py313-none-any",
        "py313-none-any, py3-none-any",
        "py3-none-any, py312-none-any"
    })
    void theFirstWheelIsTheBetterOne(String better, String worse) {
        assertThat(rank(better)).isLessThan(rank(worse));
    }

    private static int rank(String tag) {
        return ((TagMatch.Fits) match(tag)).rank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cp38-cp38-manylinux1_i686|it is for i686, wanted x86_64",
                "cp313-cp313-manylinux_2_28_aarch64|it is for aarch64, wanted x86_64",
                "cp313-cp313-manylinux2014_i686.manylinux2014_aarch64|it is for i686 and aarch64, wanted x86_64",
                "cp313-cp313-manylinux_2_35_x86_64|it needs glibc 2.35, the runtime has 2.34",
                "cp313-cp313-manylinux_2_36_x86_64.manylinux_2_39_x86_64|it needs glibc 2.36, the runtime has 2.34",
                "py3-none-manylinux_2_39_x86_64|it needs glibc 2.39, the runtime has 2.34",
                "cp38-cp38-manylinux_2_17_x86_64|it is for cp38, wanted cp313",
                "cp38-cp38-manylinux_2_39_x86_64|it is for cp38, wanted cp313",
                "cp37.cp38.cp39-none-any|it is for cp37, cp38 and cp39, wanted cp313",
                "cp314-cp314-manylinux_2_28_x86_64|it is for cp314, wanted cp313",
                "cp314-abi3-manylinux_2_28_x86_64|it is for cp314, wanted cp313",
                "py2-none-any|it is for py2, wanted cp313",
                "py314-none-any|it is for py314, wanted cp313",
                "pp310-pypy310_pp73-manylinux_2_17_x86_64|it is for pp310, wanted cp313",
                "cp313-cp313t-manylinux_2_28_x86_64|it is for the ABI cp313t, wanted cp313",
                "cp313-cp313d-manylinux_2_39_x86_64|it is for the ABI cp313d, wanted cp313",
                "cp313-cp313-win_amd64|it is for Windows, wanted Linux with glibc",
                "cp313-cp313-win32|it is for Windows, wanted Linux with glibc",
                "cp38-cp38-macosx_10_9_x86_64.macosx_11_0_arm64|it is for macOS, wanted Linux with glibc",
                "cp313-cp313-musllinux_1_2_x86_64|it is for musl libc, wanted Linux with glibc",
                "cp313-cp313-manylinux_3_1_x86_64|it is for manylinux_3_1_x86_64, wanted Linux with glibc",
                "cp313-cp313-freebsd_13|it is for freebsd_13, wanted Linux with glibc"
            })
    void whyNot(String tags, String because) {
        assertThat(match(tags).because()).isEqualTo(because);
        assertThat(match(tags).fits()).isFalse();
    }

    @Test
    void ofSeveralTagsTheNearestOneIsTold() {
        assertThat(match("cp313-cp313-win_amd64", "cp38-cp38-manylinux1_x86_64").because())
                .isEqualTo("it is for cp38, wanted cp313");
        assertThat(match().because()).isEqualTo("it has no tag");
    }

    /** The wheels of pandas 3.0 load on Amazon Linux 2, those of numpy 2.3 do not. */
    @Test
    void amazonLinux2HasGlibc26() {
        assertThat(PYTHON_311
                        .match(Tag.expand("cp311-cp311-manylinux_2_24_x86_64.manylinux_2_28_x86_64"))
                        .fits())
                .isTrue();
        assertThat(PYTHON_311.match(Tag.expand("cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64")))
                .isEqualTo(new TagMatch.NewerGlibc(27, 26));
    }

    @Test
    void untilPython37TheAbiHasAnM() {
        CompatibleTags tags = CompatibleTags.linux(7, "x86_64", 17);
        assertThat(tags.match(Tag.expand("cp37-cp37m-manylinux1_x86_64")).fits())
                .isTrue();
        assertThat(tags.match(Tag.expand("cp37-cp37-manylinux1_x86_64")).because())
                .isEqualTo("it is for the ABI cp37, wanted cp37m");
    }

    @Test
    void equalWhenTheTagsAre() {
        assertThat(CompatibleTags.linux(13, "x86_64", 34))
                .isEqualTo(PYTHON_313)
                .hasSameHashCodeAs(PYTHON_313)
                .isNotEqualTo(PYTHON_311)
                .hasToString("1002 tags from cp313-cp313-manylinux_2_34_x86_64 to py30-none-any");
    }
}
