package io.github.lambdalayer.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    @Test
    void subjectIsAPackageAVersionOrAWheel() {
        assertThat(Subject.parse("NumPy").name()).hasToString("numpy");
        assertThat(Subject.parse("numpy==1.20.2").version()).contains(Version.parse("1.20.2"));
        Subject wheel = Subject.parse("numpy-1.20.2-cp38-cp38-manylinux1_i686.whl");
        assertThat(wheel.wheel()).hasToString("Optional[numpy-1.20.2-cp38-cp38-manylinux1_i686.whl]");
        assertThat(wheel.version()).contains(Version.parse("1.20.2"));
    }

    @Test
    void sourceDistributionIsNothingToAskAbout() {
        assertThatThrownBy(() -> Subject.parse("numpy-1.20.2.tar.gz"))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("\"numpy-1.20.2.tar.gz\" is a source distribution, and only wheels are used."
                                        + "\nhint: ask about the version: <package>==<version>"
                                        + "\nsee problems.html#bad-subject"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy>1", "numpy==1.*", "numpy>=1,<2", "numpy @ https://host/numpy-1-py3-none-any.zip"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Subject.parse(text))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("\"" + text
                                        + "\" is neither a package, nor one version of it, nor the name of a"
                                        + " wheel.\nhint: numpy, or numpy==<version>\nsee problems.html#bad-subject"));
    }
}
