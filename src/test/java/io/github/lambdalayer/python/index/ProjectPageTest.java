package io.github.lambdalayer.python.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectPageTest {

    /** Else the newest release would seem to be one that has only its sources. */
    @Test
    void sourcesOfAVersionWhoseWheelsAreTooNewAreTooNewAsWell() {
        IndexFile old = wheel("six-1.0-py3-none-any.whl");
        ProjectPage page = new ProjectPage(
                PackageName.of("six"),
                "pypi",
                "https://index.example/six/",
                List.of(old, wheel("six-1.0-py2-none-any.whl"), wheel("six-2.0-py3-none-any.whl")),
                List.of("six-0.9.zip", "six-1.0.tar.gz", "six-2.0.tar.gz", "six-2.0.zip"),
                ProjectStatus.ACTIVE,
                0,
                List.of(),
                List.of());
        ProjectPage then = page.withOnly(List.of(old));
        assertThat(then.otherFiles()).containsExactly("six-0.9.zip", "six-1.0.tar.gz");
        assertThat(then.tooNew()).isEqualTo(2);
    }

    private static IndexFile wheel(String name) {
        return IndexFile.of(WheelFilename.parse(name), URI.create("https://index.example/" + name), "", -1, "pypi");
    }
}
