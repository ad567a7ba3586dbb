package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at a function once a second, later every five seconds, until nothing moves any more. */
final class FunctionRest {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int SOON_LOOKS = 15;
    private static final Duration MOST_WAITING = Duration.ofMinutes(5);

    private final Supplier<FunctionView> look;
    private final Waits waits;

    FunctionRest(Supplier<FunctionView> look, Waiting waiting, String region) {
        this.look = look;
        this.waits = waiting.in(region, MOST_WAITING);
    }

    /** The function at rest; empty when it still moves after five minutes. */
    Optional<FunctionView> from(FunctionView first) {
        FunctionView view = first;
        for (int looks = 0; view.state().isMoving(); looks++) {
            if (!waits.quietly(looks < SOON_LOOKS ? SOON : LATER)) {
                return Optional.empty();
            }
            view = look.get();
        }
        return Optional.of(view);
    }
}
