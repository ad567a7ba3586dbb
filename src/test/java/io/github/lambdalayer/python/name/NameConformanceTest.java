package io.github.lambdalayer.python.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.Conformance;
import org.junit.jupiter.api.Test;

/** Names, against the table of the Python library packaging. */
class NameConformanceTest {

    @Test
    void normalForms() {
        Conformance.packaging("names.json")
                .forEach(
                        "normalize",
                        c -> assertThat(PackageName.of(c.text("name")).value()).isEqualTo(c.text("normal")));
    }

    @Test
    void normalFormsAreRecognised() {
        Conformance.packaging("names.json")
                .forEach(
                        "is_normalized",
                        c -> assertThat(PackageName.of(c.text("name")).value().equals(c.text("name")))
                                .isEqualTo(c.flag("expected")));
    }

    @Test
    void badNames() {
        Conformance.packaging("names.json")
                .forEach(
                        "invalid",
                        c -> assertThatThrownBy(() -> PackageName.of(c.text("text")))
                                .isInstanceOf(LayerException.class));
    }
}
