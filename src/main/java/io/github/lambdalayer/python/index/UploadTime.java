package io.github.lambdalayer.python.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times as PEP 700 writes them: {@code 2021-05-05T14:18:17.237200Z}, with up to six fractional digits. */
final class UploadTime {

    /** Stands for a time that is not known. */
    static final long UNKNOWN = -1;

    private static final int LONGEST = 40;

    private UploadTime() {}

    /** Microseconds since 1970, or {@link #UNKNOWN} when the text is no time or lies before 1970. */
    static long micros(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return UNKNOWN;
        }
        try {
            return micros(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return UNKNOWN;
        }
    }

    static long micros(Instant instant) {
        return Math.max(UNKNOWN, instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
    }

    static Optional<Instant> instant(long micros) {
        return micros < 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
    }
}
