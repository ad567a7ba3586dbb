package io.github.lambdalayer.python.index;

import java.time.Duration;
import java.util.Locale;

/**
 * For how long a page needs no question: {@code max-age} of Cache-Control, at most an hour; ten minutes when the server
 * offers nothing to ask with; else no time at all, since asking is cheap.
 */
final class Freshness {

    private static final Duration WITHOUT_WORD = Duration.ofMinutes(10);
    private static final Duration MOST = Duration.ofHours(1);

    private Freshness() {}

    static Duration of(Answer answer) {
        String control = answer.header("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
        if (control.isEmpty()) {
            boolean canAsk = answer.header("ETag").isPresent()
                    || answer.header("Last-Modified").isPresent();
            return canAsk ? Duration.ZERO : WITHOUT_WORD;
        }
        Duration fresh = Duration.ZERO;
        for (String directive : control.split(",", -1)) {
            String word = directive.strip();
            if (word.equals("no-cache") || word.equals("no-store")) {
                return Duration.ZERO;
            }
            if (word.startsWith("max-age=")) {
                fresh = Duration.ofSeconds(Math.max(0, seconds(word) - age(answer)));
            }
        }
        return fresh.compareTo(MOST) > 0 ? MOST : fresh;
    }

    private static long seconds(String maxAge) {
        return Answer.number(maxAge.substring("max-age=".length()).replace("\"", ""));
    }

    private static long age(Answer answer) {
        return Math.max(0, answer.header("Age").map(Answer::number).orElse(0L));
    }
}
