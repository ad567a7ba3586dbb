package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.lambdalayer.layer.Content;
import io.github.lambdalayer.layer.LayerEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportsTest {

    private static List<String> imports(String source) {
        Content content = new Content.Made("demo-1.0-py3-none-any.whl", source.getBytes(UTF_8));
        return Imports.of(new LayerEntry("python/demo/a.py", 0644, content), "demo.a")
                .toList();
    }

    @Test
    void whatIsImportedWhateverHappens() {
        assertThat(
                        imports(
                                "import os.path\nfrom . import b\nfrom .c import d as e, f\nfrom x.y import z\n    import not_me\n"))
                .containsExactly("os.path", "demo", "demo.b", "demo.c", "demo.c.d", "demo.c.f", "x.y", "x.y.z");
    }

    @Test
    void lineThatIsMadeToTakeHoursTakesNoTime() {
        for (String line : List.of(
                "from " + ".".repeat(1 << 20), "from " + "a.".repeat(1 << 18) + " import " + "b,".repeat(1 << 18))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> assertThat(imports(line)).isEmpty());
        }
    }
}
