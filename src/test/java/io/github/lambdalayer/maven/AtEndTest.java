package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.maven.AtEnd.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AtEndTest {

    private final Map<String, Object> shared = new HashMap<>();
    private final List<String> done = new ArrayList<>();

    private Work work(String name) {
        return new Work() {
            @Override
            public void check() {
                done.add("check " + name);
                if (name.equals("bad")) {
                    throw new IllegalStateException("bad");
                }
            }

            @Override
            public void carryOut() {
                done.add("do " + name);
            }
        };
    }

    private boolean arrive(String goal, Work... work) {
        return new AtEnd(shared, goal, 3).arrive(List.of(work));
    }

    @Test
    void theLastOneDoesItAllAfterAllWasChecked() {
        assertThat(arrive("publish", work("a"), work("b"))).isFalse();
        assertThat(arrive("publish")).isFalse();
        assertThat(done).isEmpty();
        assertThat(arrive("publish", work("c"))).isTrue();
        assertThat(done).containsExactly("check a", "check b", "check c", "do a", "do b", "do c");
    }

    @Test
    void aModuleThatNeverComesKeepsTheOthersFromBeingPublished() {
        arrive("publish", work("a"));
        arrive("publish", work("b"));
        assertThat(done).isEmpty();
    }

    @Test
    void aLastModuleWithoutWorkDoesThatOfTheOthers() {
        arrive("publish", work("a"));
        arrive("publish");
        assertThat(arrive("publish")).isTrue();
        assertThat(done).containsExactly("check a", "do a");
    }

    @Test
    void whatWouldFailKeepsAllFromBeingDone() {
        arrive("publish", work("a"));
        arrive("publish", work("bad"));
        assertThatThrownBy(() -> arrive("publish", work("c"))).hasMessage("bad");
        assertThat(done).containsExactly("check a", "check bad");
    }

    @Test
    void goalsAreCountedApart() {
        arrive("publish", work("a"));
        arrive("attach", work("x"));
        arrive("publish");
        assertThat(arrive("publish")).isTrue();
        assertThat(done).containsExactly("check a", "do a");
    }
}
