package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;

/** Points in time as a pom names them: {@code 2026-01-01T00:00:00Z}, {@code 2026-01-01}, or {@code P7D} before now. */
final class Moments {

    private Moments() {}

    /**
     * The instant that is meant.
     *
     * @throws LayerException with {@link PomProblem#BAD_PARAMETER}
     */
    static Instant instant(Given given, Clock clock) {
        String text = given.text();
        try {
            // The years of a calendar go further than the milliseconds that stamps of indexes are compared by.
            return Instant.ofEpochMilli(exact(text, clock).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    given.place() + " is \"" + text
                            + "\"; it must be a date such as 2026-01-01T00:00:00Z, or a duration" + " such as P7D.");
        }
    }

    private static Instant exact(String text, Clock clock) {
        if (text.startsWith("P")) {
            return clock.instant().atOffset(ZoneOffset.UTC).minus(amount(text)).toInstant();
        }
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static TemporalAmount amount(String text) {
        return text.indexOf('T') < 0 ? Period.parse(text) : Duration.parse(text);
    }
}
