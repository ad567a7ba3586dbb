package io.github.lambdalayer.python.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.testing.Case;
import io.github.lambdalayer.testing.Conformance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of wheels and their tags, against the table of the Python library packaging. */
class WheelFilenameConformanceTest {

    private static Conformance table() {
        return Conformance.packaging("wheel_filenames.json");
    }

    @Test
    void goodNames() {
        table().forEach("valid", c -> {
            WheelFilename name = WheelFilename.parse(c.text("filename"));
            assertThat(name.name()).hasToString(c.text("name"));
            assertThat(name.version()).hasToString(c.text("version"));
            assertThat(name.build()).hasToString(build(c));
            assertThat(name.tags()).extracting(Tag::toString).containsExactlyInAnyOrderElementsOf(c.texts("tags"));
        });
    }

    private static String build(Case c) {
        List<Object> build = c.list("build");
        return build.isEmpty() ? "" : build.get(0) + "" + build.get(1);
    }

    @Test
    void badNames() {
        table().forEach(
                        "invalid",
                        c -> assertThatThrownBy(() -> WheelFilename.parse(c.text("text")))
                                .isInstanceOf(LayerException.class));
    }

    @Test
    void tagsAreWrittenOut() {
        table().forEach(
                        "tags",
                        c -> assertThat(WheelFilename.parse("foo-1.0-" + c.text("tag") + ".whl")
                                        .tags())
                                .extracting(Tag::toString)
                                .containsExactlyInAnyOrderElementsOf(c.texts("expanded")));
    }

    @Test
    void badTags() {
        table().forEach(
                        "invalid_tags",
                        c -> assertThatThrownBy(() -> WheelFilename.parse("foo-1.0-" + c.text("text") + ".whl"))
                                .isInstanceOf(LayerException.class));
    }
}
