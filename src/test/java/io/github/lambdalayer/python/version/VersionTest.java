package io.github.lambdalayer.python.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    /** Each is less than all that follow. */
    private static final List<String> SORTED = List.of(
            "0",
            "0.0.1.dev0",
            "0.9rc1",
            "0.9",
            "0.10",
            "1.dev0",
            "1.0.dev1",
            "1.0.dev10",
            "1.0a0.dev1",
            "1.0a1.dev1",
            "1.0a1",
            "1.0a1.post1.dev0",
            "1.0a1.post1",
            "1.0a2",
            "1.0a10",
            "1.0b1",
            "1.0rc1",
            "1.0",
            "1.0+abc",
            "1.0+abc.1",
            "1.0+abd",
            "1.0+0",
            "1.0+0.abc",
            "1.0+0.0",
            "1.0+5",
            "1.0+10",
            "1.0.post0.dev0",
            "1.0.post0",
            "1.0.post0+x",
            "1.0.post1",
            "1.0.post10",
            "1.0.0.1",
            "1.0.1.dev0",
            "1.0.1",
            "1.1",
            "1.10",
            "2024.1.1",
            "20240101",
            "99999999999999999999999999999999999",
            "100000000000000000000000000000000000",
            "1!0",
            "1!0.1",
            "2!0");

    @Test
    void orderOfAllPairs() {
        List<Version> versions = SORTED.stream().map(Version::parse).toList();
        for (int i = 0; i < versions.size(); i++) {
            for (int j = 0; j < versions.size(); j++) {
                assertThat(Integer.signum(versions.get(i).compareTo(versions.get(j))))
                        .as("%s and %s", versions.get(i), versions.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "v1.0, 1.0",
        "V1.0, 1.0",
        "1.2a, 1.2a0",
        "1.2.alpha-3, 1.2a3",
        "1.2_BETA.3, 1.2b3",
        "1.2c4, 1.2rc4",
        "1.2preview4, 1.2rc4",
        "1.2pre, 1.2rc0",
        "1.0-1, 1.0.post1",
        "1.0.rev2, 1.0.post2",
        "1.0r3, 1.0.post3",
        "1.0.post, 1.0.post0",
        "1.0dev, 1.0.dev0",
        "007.08, 7.8",
        "0!1, 1",
        "1.0+Ubuntu-007_a.0100b, 1.0+ubuntu.7.a.0100b",
        "1.0.20210312143022999999999, 1.0.20210312143022999999999"
    })
    void normalForms(String text, String normal) {
        assertThat(Version.parse(text)).hasToString(normal);
        assertThat(Version.parse(text).text()).isEqualTo(text);
        assertThat(Version.parse(normal)).isEqualTo(Version.parse(text));
    }

    @Test
    void whiteSpaceAroundIsIgnored() {
        assertThat(Version.parse(" \t1.0\n").text()).isEqualTo("1.0");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0.0", "1.0.dev0, 1.dev", "1.0.0rc1, 1c1", "0.0, 0", "1.0+1, 1+01"})
    void equalVersionsHaveEqualHashCodes(String left, String right) {
        assertThat(Version.parse(left))
                .isEqualTo(Version.parse(right))
                .hasSameHashCodeAs(Version.parse(right))
                .isEqualByComparingTo(Version.parse(right));
    }

    @Test
    void parts() {
        Version version = Version.parse("1!2.0rc3.post4.dev5+cpu");

        assertThat(version.epoch()).isEqualTo(BigInteger.ONE);
        assertThat(version.release()).containsExactly(BigInteger.TWO, BigInteger.ZERO);
        assertThat(version.local()).contains("cpu");
        assertThat(version.baseVersion()).hasToString("1!2.0");
        assertThat(version.isPreRelease() && version.isPostRelease() && version.isDevRelease())
                .isTrue();
    }

    @Test
    void aDevelopmentReleaseIsAPreRelease() {
        assertThat(Version.parse("1.0.dev1").isPreRelease()).isTrue();
        assertThat(Version.parse("1.0.post1").isPreRelease()).isFalse();
        assertThat(Version.parse("1.0+dev").isPreRelease()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v",
                "1.",
                "1..0",
                "1.0-",
                "1.0_1",
                "1.0 .1",
                "1.0+",
                "1.0+a..b",
                "1!",
                "!1",
                "1.0.x",
                "1.0a1b2",
                "1.0.dev1.post1",
                "\u0661.0",
                "1.0+\u0130",
                "1.0.POSTS",
                "v v1"
            })
    void whatIsNoVersion(String text) {
        assertThat(Version.tryParse(text)).isEmpty();
    }

    private static String block(String version) {
        return catchThrowableOfType(LayerException.class, () -> Version.parse(version))
                .block();
    }

    @Test
    void aCaretShowsWhereReadingStopped() {
        assertThat(block("1.0.x")).isEqualTo("""
                "1.0.x" is not a version: expected the version to end here.

                  1.0.x
                     ^

                see problems.html#bad-version""");
        assertThat(block(" french toast")).isEqualTo("""
                " french toast" is not a version: expected a digit.

                   french toast
                   ^

                see problems.html#bad-version""");
        assertThat(block("1.0+")).contains("expected a letter or a digit in the local version.\n\n  1.0+\n      ^");
    }

    @Test
    void tenThousandSegmentsAreTooMany() {
        String text = "1" + ".1".repeat(9_999);
        assertThat(block(text))
                .startsWith("\"" + "1.".repeat(30) + "…\" is not a version: "
                        + "the version is longer than 256 characters.\n\n");
        assertThat(block("1+a" + ".a".repeat(9_999))).contains("the version is longer than 256 characters");
        assertThat(Version.tryParse("1" + ".1".repeat(127) + "0")).isPresent();
    }
}
