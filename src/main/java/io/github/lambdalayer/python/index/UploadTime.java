package io.github.lambdalayer.python.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Times as PEP 700 writes them: {@code 2021-05-05T14:18:17.237200Z}, with up to six fractional digits.
 *
 * <pre>
 * yyyy-mm-ddThh:mm:ss[.f{1,6}]Z
 * 0    5  8  11 14 17  19
 * </pre>
 *
 * <p>Read by hand, since the JDK's parser took a tenth of the time to resolve a large project. Any other form of ISO
 * 8601 is left to that parser.
 */
public final class UploadTime {

    /** Stands for a time that is not known. */
    static final long UNKNOWN = -1;

    private static final int LONGEST = 40;
    private static final String FORM = "0000-00-00T00:00:00";

    private UploadTime() {}

    /** Microseconds since 1970, or {@link #UNKNOWN} when the text is no time or lies before 1970. */
    public static long micros(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return UNKNOWN;
        }
        try {
            return isUsual(text)
                    ? usual(text)
                    : micros(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return UNKNOWN;
        }
    }

    /** Microseconds since 1970. */
    public static long micros(Instant instant) {
        return Math.max(UNKNOWN, instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
    }

    static Optional<Instant> instant(long micros) {
        return micros < 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
    }

    private static boolean isUsual(String text) {
        int last = text.length() - 1;
        if (last < FORM.length() || last > FORM.length() + 7 || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char wanted = i < FORM.length() ? FORM.charAt(i) : i == FORM.length() ? '.' : '0';
            char c = text.charAt(i);
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static long usual(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return UNKNOWN;
        }
        long seconds = ((day * 24 + hour) * 60 + minute) * 60 + second;
        return Math.max(UNKNOWN, seconds * 1_000_000 + fraction(text));
    }

    private static int fraction(String text) {
        int micros = 0;
        for (int i = FORM.length() + 1; i < FORM.length() + 7; i++) {
            micros = micros * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return micros;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
