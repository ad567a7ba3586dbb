package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "7 | 7",
                "99999 | 99999",
                "Thu, 01 Jan 2026 00:00:30 GMT | 30",
                "Wed, 31 Dec 2025 23:59:30 GMT | 0"
            })
    void secondsAndDatesAreUnderstood(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "9999999999", "٣"})
    void anythingElseIsNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void aWaitCanBeInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(World.failure(() -> AwsPause.SLEEPING.pause(Duration.ofMinutes(1)))
                        .block())
                .isEqualTo(World.lines(
                        "The build was interrupted while it waited for AWS.", "see problems.html#interrupted"));
        assertThat(Thread.interrupted()).isTrue();
    }
}
