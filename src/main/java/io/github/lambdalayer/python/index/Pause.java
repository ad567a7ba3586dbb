package io.github.lambdalayer.python.index;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits; in tests it only notes for how long. */
@FunctionalInterface
public interface Pause {

    /** Waits in earnest. */
    Pause REAL = Pause::sleep;

    /** Waits so long, or ends with an exception when the thread is interrupted. */
    void of(Duration duration) throws InterruptedIOException;

    private static void sleep(Duration duration) throws InterruptedIOException {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
