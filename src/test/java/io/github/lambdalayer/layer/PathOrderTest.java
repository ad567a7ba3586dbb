package io.github.lambdalayer.layer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathOrderTest {

    @Test
    void pathsAreOrderedByTheirBytes() {
        List<String> paths = List.of(
                "", "a", "a.py", "a/b", "ab", "B", "\u00e9", "\ue000", "\uffee", "\ud800\udc00", "\ud83d\ude00");
        for (String a : paths) {
            for (String b : paths) {
                int expected = Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
                assertThat(Integer.signum(PathOrder.BY_UTF8.compare(a, b)))
                        .as("%s and %s", a, b)
                        .isEqualTo(Integer.signum(expected));
            }
        }
    }
}
