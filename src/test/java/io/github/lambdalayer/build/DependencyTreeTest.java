package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.build.LayerResult.InstalledPackage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyTreeTest {

    @Test
    void whoRequiresWhatIsDrawn() {
        assertThat(lines(
                        List.of("pandas"),
                        of("numpy", "pandas"),
                        of("pandas"),
                        of("python-dateutil", "pandas"),
                        of("pytz", "pandas"),
                        of("six", "python-dateutil")))
                .containsExactly("pandas 1", "├─ numpy 1", "├─ python-dateutil 1", "│  └─ six 1", "└─ pytz 1");
    }

    @Test
    void whatWasShownIsNotShownAgain() {
        assertThat(lines(List.of("a", "b"), of("a"), of("b"), of("c", "a", "b"), of("d", "c")))
                .containsExactly("a 1", "└─ c 1", "   └─ d 1", "b 1", "└─ c 1 (above)");
    }

    @Test
    void circlesEnd() {
        assertThat(lines(List.of("a"), of("a", "b"), of("b", "a")))
                .containsExactly("a 1", "└─ b 1", "   └─ a 1 (above)");
    }

    @Test
    void whatNobodyAskedForComesLast() {
        assertThat(lines(List.of("b"), of("a"), of("b"))).containsExactly("b 1", "a 1");
    }

    private static List<String> lines(List<String> wanted, InstalledPackage... packages) {
        LayerResult layer = new LayerResult(
                "data",
                "data.zip",
                "",
                "",
                "",
                0,
                0,
                List.of(),
                List.of(),
                List.of(packages),
                List.of(),
                List.of(),
                List.of());
        return DependencyTree.lines(layer, wanted);
    }

    private static InstalledPackage of(String name, String... requiredBy) {
        return new InstalledPackage(name, "1", name + ".whl", "", 0, List.of(requiredBy));
    }
}
