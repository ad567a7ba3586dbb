package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;

/** What tests look at after a build: the packages of the layer, or the words of the failure. */
final class BuildAssertions {

    private BuildAssertions() {}

    /** For example {@code demo 1.0}, in the order of the result. */
    static List<String> names(LayerResult result) {
        return result.packages().stream()
                .map(each -> each.name() + " " + each.version())
                .toList();
    }

    /** Fails unless the build does, with these very words. */
    static void assertFails(LayerBuild build, LayerSpec spec, String block) {
        assertThatThrownBy(() -> build.assemble(spec))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(block));
    }
}
