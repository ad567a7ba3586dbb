package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.python.index.http.HttpAnswer;
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

    static Duration of(HttpAnswer answer) {
        String control = answer.header("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
        if (control.isEmpty()) {
            return canAskAgain(answer) ? Duration.ZERO : WITHOUT_WORD;
        }
        Duration fresh = Duration.ofSeconds(Math.max(0, maxAge(control) - age(answer)));
        return fresh.compareTo(MOST) > 0 ? MOST : fresh;
    }

    private static boolean canAskAgain(HttpAnswer answer) {
        return answer.echo("ETag").isPresent() || answer.echo("Last-Modified").isPresent();
    }

    private static long maxAge(String control) {
        long seconds = 0;
        for (String directive : control.split(",", -1)) {
            String word = directive.strip();
            if (word.equals("no-cache") || word.equals("no-store")) {
                return 0;
            }
            if (word.startsWith("max-age=")) {
                seconds = seconds(word);
            }
        }
        return seconds;
    }

    private static long seconds(String maxAge) {
        return HttpAnswer.number(maxAge.substring("max-age=".length()).replace("\"", ""));
    }

    private static long age(HttpAnswer answer) {
        return Math.max(0, answer.header("Age").map(HttpAnswer::number).orElse(0L));
    }
}
