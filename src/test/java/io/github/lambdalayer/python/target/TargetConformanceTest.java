package io.github.lambdalayer.python.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.Case;
import io.github.lambdalayer.testing.Conformance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CPython inside AWS images says about itself, against what we say about it. */
class TargetConformanceTest {

    private static final List<String> OF_THE_DAY =
            List.of("python_full_version", "implementation_version", "platform_release", "platform_version");

    static List<Path> interpreters() {
        List<Path> files = Conformance.files("targets", ".json");
        assertThat(files).isNotEmpty();
        return files;
    }

    private static PythonTarget target(Map<String, String> markers, String newestTag) {
        String machine = String.valueOf(markers.get("platform_machine"));
        String glibc = newestTag.substring(newestTag.indexOf("manylinux_2_") + "manylinux_2_".length());
        return PythonTarget.linux(
                String.valueOf(markers.get("python_full_version")),
                machine,
                Integer.parseInt(glibc.substring(0, glibc.indexOf('_'))));
    }

    @ParameterizedTest
    @MethodSource("interpreters")
    void tagsInTheirOrder(Path file) {
        Case interpreter = Conformance.json(file);
        List<String> expected = interpreter.texts("compatible_tags");
        PythonTarget target = target(interpreter.map("marker_environment"), expected.get(0));

        assertThat(target.tags().all()).extracting(Tag::toString).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("interpreters")
    void markerValues(Path file) {
        Case interpreter = Conformance.json(file);
        Map<String, String> expected = interpreter.map("marker_environment");
        PythonTarget target =
                target(expected, interpreter.texts("compatible_tags").get(0));

        assertThat(expected).hasSize(11);
        expected.forEach((variable, value) -> {
            String ours = target.markers().get(variable);
            if (!OF_THE_DAY.contains(variable)) {
                assertThat(ours).as(variable).isEqualTo(value);
            }
        });
        assertThat(target.markers().implementationVersion())
                .isEqualTo(target.markers().pythonFullVersion())
                .startsWith(target.markers().pythonVersion() + ".");
    }
}
