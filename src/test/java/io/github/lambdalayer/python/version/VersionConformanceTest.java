package io.github.lambdalayer.python.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.Case;
import io.github.lambdalayer.testing.Conformance;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Versions, against the tables of the Python library packaging. */
class VersionConformanceTest {

    private static Conformance table() {
        return Conformance.packaging("versions.json");
    }

    @Test
    void eachIsLessThanAllThatFollow() {
        List<Version> sorted = table().cases("sorted").stream()
                .map(c -> Version.parse(c.text("text")))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                assertThat(Integer.signum(sorted.get(i).compareTo(sorted.get(j))))
                        .as("%s and %s", sorted.get(i), sorted.get(j))
                        .isEqualTo(Integer.compare(i, j));
                assertThat(sorted.get(i).equals(sorted.get(j))).isEqualTo(i == j);
            }
        }
    }

    @Test
    void whatIsNoVersion() {
        table().forEach("invalid", c -> {
            assertThatThrownBy(() -> Version.parse(c.text("text"))).isInstanceOf(LayerException.class);
            assertThat(Version.tryParse(c.text("text"))).isEmpty();
        });
    }

    @Test
    void normalForms() {
        table().forEach(
                        "normal_forms",
                        c -> assertThat(Version.parse(c.text("text"))).hasToString(c.text("normal")));
    }

    @Test
    void parts() {
        table().forEach("components", VersionConformanceTest::checkParts);
    }

    private static void checkParts(Case expected) {
        Version version = Version.parse(expected.text("text"));
        assertThat(Optional.of(version.epoch())).isEqualTo(expected.optionalNumber("epoch"));
        assertThat(List.<Object>copyOf(version.release())).isEqualTo(expected.list("release"));
        assertThat(version.parts().preKind() + version.parts().preNumber())
                .isEqualTo(expected.list("pre").stream().map(Object::toString).collect(Collectors.joining()));
        assertThat(version.parts().post()).isEqualTo(digits(expected, "post"));
        assertThat(version.parts().dev()).isEqualTo(digits(expected, "dev"));
        assertThat(version.local()).isEqualTo(expected.optionalText("local"));
        assertThat(version.baseVersion()).hasToString(expected.text("base_version"));
        assertThat(version.isPreRelease()).isEqualTo(expected.flag("is_prerelease"));
        assertThat(version.isPostRelease()).isEqualTo(expected.flag("is_postrelease"));
        assertThat(version.isDevRelease()).isEqualTo(expected.flag("is_devrelease"));
    }

    private static String digits(Case expected, String part) {
        return expected.optionalNumber(part).map(BigInteger::toString).orElse("");
    }

    @Test
    void zerosAtTheEndDoNotCount() {
        table().forEach(
                        "trimmed",
                        c -> assertThat(Version.parse(c.text("text"))).isEqualTo(Version.parse(c.text("trimmed"))));
    }

    @Test
    void equalVersionsHaveEqualHashCodes() {
        table().forEach(
                        "equal",
                        c -> assertThat(Version.parse(c.text("left")))
                                .isEqualTo(Version.parse(c.text("right")))
                                .isEqualByComparingTo(Version.parse(c.text("right")))
                                .hasSameHashCodeAs(Version.parse(c.text("right"))));
    }
}
