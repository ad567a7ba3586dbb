package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;

/** The one way to wait, so that tests do not. */
@FunctionalInterface
public interface AwsPause {

    /** Waits for real. */
    AwsPause SLEEPING = AwsPause::sleep;

    /**
     * Waits that long.
     *
     * @throws LayerException {@link AwsProblem#INTERRUPTED}
     */
    void pause(Duration duration);

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw AwsFailures.interrupted();
        }
    }
}
