package io.github.lambdalayer.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The waits of one piece of work: growing, never quite alike, and bounded in their sum. */
final class Waits {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final AwsPause pause;
    private final AwsEvents events;
    private final String region;
    private Duration left;
    private Duration next = FIRST;

    Waits(AwsPause pause, AwsEvents events, String region, Duration most) {
        this.pause = pause;
        this.events = events;
        this.region = region;
        this.left = most;
    }

    /** Waits longer than the last time; false, and no wait, when that would be longer than allowed in all. */
    boolean more(String because) {
        Duration wait = next;
        next = min(next.multipliedBy(2), LONGEST);
        return exactly(because, jittered(wait));
    }

    /** Waits as long as the answer asks for, or else as {@link #more}. */
    boolean asTold(AwsError error, String because) {
        Optional<Duration> told = error.header("Retry-After").flatMap(text -> RetryAfter.parse(text, Instant.now()));
        return told.isPresent() ? exactly(because, jittered(told.get())) : more(because);
    }

    /** Waits that long without telling it: between two looks at work that goes on. */
    boolean quietly(Duration wait) {
        if (wait.compareTo(left) > 0) {
            return false;
        }
        left = left.minus(wait);
        pause.pause(wait);
        return true;
    }

    private boolean exactly(String because, Duration wait) {
        if (wait.compareTo(left) <= 0) {
            events.waiting(region, because, wait);
        }
        return quietly(wait);
    }

    /** Up to half a second more, so that builds that were refused together do not come back together. */
    private static Duration jittered(Duration wait) {
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(500));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
