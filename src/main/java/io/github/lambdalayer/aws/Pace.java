package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Keeps the calls to one region below what AWS allows all callers of an account together: 15 a second for most, 100 for
 * GetFunction ("Lambda quotas", API requests). Calls of functions have limits of their own.
 */
final class Pace implements ExecutionInterceptor {

    private static final Set<String> INVOKES = Set.of("Invoke");
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier clock;
    private final AwsPause pause;
    private final Bucket most = new Bucket(SECOND / 10, 4);
    private final Bucket getFunction = new Bucket(SECOND / 60, 20);

    Pace(LongSupplier clock, AwsPause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        before(String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
    }

    /** Waits until the operation may be called. */
    void before(String operation) {
        if (!INVOKES.contains(operation)) {
            long wait = (operation.equals("GetFunction") ? getFunction : most).take(clock.getAsLong());
            if (wait > 0) {
                pause.pause(Duration.ofNanos(wait));
            }
        }
    }

    /** So many calls at once, then one in each interval: the generic cell rate algorithm. */
    private static final class Bucket {

        private final long interval;
        private final long ahead;
        private long next = Long.MIN_VALUE;

        Bucket(long interval, int atOnce) {
            this.interval = interval;
            this.ahead = interval * (atOnce - 1);
        }

        /** The nanoseconds to wait from {@code now} on; the call is counted already. */
        synchronized long take(long now) {
            long due = Math.max(next == Long.MIN_VALUE ? now : next, now);
            next = due + interval;
            return due - ahead - now;
        }
    }
}
