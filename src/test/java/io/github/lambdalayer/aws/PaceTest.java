package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now = 5;
    private final List<Long> moments = new ArrayList<>();
    private final Pace pace = new Pace(() -> now, wait -> now += wait.toNanos());

    private long mostInASecond(int calls, String operation) {
        for (int i = 0; i < calls; i++) {
            pace.before(operation);
            moments.add(now);
        }
        long second = Duration.ofSeconds(1).toNanos();
        return moments.stream()
                .mapToLong(start -> moments.stream()
                        .filter(m -> m >= start && m < start + second)
                        .count())
                .max()
                .orElseThrow();
    }

    @Test
    void noSecondHasFifteenCalls() {
        assertThat(mostInASecond(500, "UpdateFunctionConfiguration")).isBetween(12L, 14L);
    }

    @Test
    void noSecondHasAHundredReadsOfFunctions() {
        assertThat(mostInASecond(500, "GetFunction")).isBetween(70L, 99L);
    }

    @Test
    void aFewCallsWaitForNothing() {
        long before = now;
        for (int i = 0; i < 4; i++) {
            pace.before("ListLayerVersions");
        }
        assertThat(now).isEqualTo(before);
    }

    @Test
    void callsOfFunctionsAreNotCounted() {
        assertThat(mostInASecond(1_000, "Invoke")).isEqualTo(1_000);
    }

    @Test
    void restIsNotSavedUp() {
        pace.before("ListLayerVersions");
        now += Duration.ofHours(1).toNanos();
        assertThat(mostInASecond(100, "ListLayerVersions")).isBetween(12L, 14L);
    }
}
