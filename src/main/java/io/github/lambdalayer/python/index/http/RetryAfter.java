package io.github.lambdalayer.python.index.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How long a server asks us to wait (RFC 9110, 10.2.3): seconds or a date, at most a minute. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofSeconds(60);

    private RetryAfter() {}

    /** For {@code Retry-After: 120} one minute; empty without the header and when it makes no sense. */
    static Optional<Duration> of(HttpAnswer answer, Clock clock) {
        return answer.header("Retry-After")
                .map(String::strip)
                .flatMap(t -> parse(t, clock))
                .map(RetryAfter::capped);
    }

    private static Optional<Duration> parse(String text, Clock clock) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            return Optional.of(text.length() > 9 ? MOST : Duration.ofSeconds(Long.parseLong(text)));
        }
        return HttpDate.parse(text).map(date -> Duration.between(clock.instant(), date));
    }

    private static Duration capped(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }
}
