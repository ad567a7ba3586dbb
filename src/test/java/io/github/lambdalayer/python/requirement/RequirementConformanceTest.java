package io.github.lambdalayer.python.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.testing.Case;
import io.github.lambdalayer.testing.Conformance;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Requirements, against the tables of the Python library packaging. */
class RequirementConformanceTest {

    @Test
    void whatIsARequirementAndItsParts() {
        Conformance.packaging("requirements.json").forEach("valid", RequirementConformanceTest::check);
    }

    private static void check(Case expected) {
        Requirement requirement = Requirement.parse(expected.text("text"));
        assertThat(requirement.writtenName()).isEqualTo(expected.text("name"));
        assertThat(requirement.extras())
                .isEqualTo(expected.texts("extras").stream().map(ExtraName::of).collect(Collectors.toSet()));
        assertThat(requirement.specifiers().clauses().stream()
                        .<Object>map(c -> List.of(c.operator().text(), c.version()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(expected.list("specifiers"));
        assertThat(requirement.url()).isEqualTo(expected.optionalText("url"));
        assertThat(requirement.marker())
                .isEqualTo(expected.optionalText("marker").map(Marker::parse).orElse(Marker.ALWAYS));
    }

    @Test
    void whatIsNone() {
        Conformance.packaging("requirements.json")
                .forEach(
                        "invalid",
                        c -> assertThatThrownBy(() -> Requirement.parse(c.text("text")))
                                .isInstanceOf(LayerException.class));
    }
}
