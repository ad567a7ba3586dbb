package io.github.lambdalayer.python.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.target.MarkerEnvironment;
import io.github.lambdalayer.testing.Case;
import io.github.lambdalayer.testing.Conformance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Markers, against the tables of the Python library packaging. */
class MarkerConformanceTest {

    private static Conformance table() {
        return Conformance.packaging("markers.json");
    }

    @Test
    void answers() {
        Map<String, String> defaults = table().content().map("default_environment");
        table().forEach("evaluate", c -> {
            Map<String, String> values = new HashMap<>(defaults);
            values.putAll(c.map("environment"));
            if (c.has("error")) {
                assertThatThrownBy(() -> holds(c, values))
                        .isInstanceOfSatisfying(
                                LayerException.class,
                                e -> assertThat(e.code()).isEqualTo(RequirementProblem.UNDEFINED_MARKER));
            } else {
                assertThat(holds(c, values)).isEqualTo(c.flag("expected"));
            }
        });
    }

    private static boolean holds(Case c, Map<String, String> values) {
        Marker marker = Marker.parse(c.text("marker"));
        if (c.optionalText("context").filter("lock_file"::equals).isPresent()) {
            return marker.holdsInLock(
                    environment(values), names(c.texts("lock_extras")), Set.copyOf(c.texts("dependency_groups")));
        }
        return marker.holds(environment(values), names(c.texts("extras")));
    }

    private static Set<ExtraName> names(List<String> texts) {
        return texts.stream().map(ExtraName::of).collect(Collectors.toSet());
    }

    private static MarkerEnvironment environment(Map<String, String> values) {
        return new MarkerEnvironment(
                values.getOrDefault("implementation_name", ""),
                values.getOrDefault("implementation_version", ""),
                values.getOrDefault("os_name", ""),
                values.getOrDefault("platform_machine", ""),
                values.getOrDefault("platform_python_implementation", ""),
                values.getOrDefault("platform_release", ""),
                values.getOrDefault("platform_system", ""),
                values.getOrDefault("platform_version", ""),
                values.getOrDefault("python_full_version", ""),
                values.getOrDefault("python_version", ""),
                values.getOrDefault("sys_platform", ""));
    }

    @Test
    void whatIsAMarkerAndItsNormalFormIsTheSameMarker() {
        table().forEach("valid", c -> {
            Marker marker = Marker.parse(c.text("text"));
            assertThat(Marker.parse(marker.toString())).isEqualTo(marker);
        });
    }

    @Test
    void whatIsNone() {
        table().forEach(
                        "invalid",
                        c -> assertThatThrownBy(() -> Marker.parse(c.text("marker")))
                                .isInstanceOf(LayerException.class));
    }

    @Test
    void normalForms() {
        table().forEach(
                        "normal_forms",
                        c -> assertThat(Marker.parse(c.text("marker"))).hasToString(c.text("normal")));
    }
}
