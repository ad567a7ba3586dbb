package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.Optional;

/** Looks at a function once a second until nothing moves any more. */
final class FunctionRest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration MOST_WAITING = Duration.ofMinutes(5);

    private final FunctionCalls calls;
    private final Waits waits;

    FunctionRest(FunctionCalls calls, Waiting waiting, String region) {
        this.calls = calls;
        this.waits = waiting.in(region, MOST_WAITING);
    }

    /** The function at rest; empty when it still moves after five minutes. */
    Optional<FunctionView> from(FunctionView first) {
        FunctionView view = first;
        while (view.state().isMoving()) {
            if (!waits.quietly(INTERVAL)) {
                return Optional.empty();
            }
            view = calls.read();
        }
        return Optional.of(view);
    }
}
