package io.github.lambdalayer.testing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The threads in which the product fetches what it will want soon. Nobody waits for them, so that one may still write into
 * the cache when its test has ended and the folder of the test is being deleted.
 */
final class FetchThreads {

    private static final String NAMES = "lambda-layer-fetch-";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private FetchThreads() {}

    /** Returns when each has ended or waits for work; a test that holds a reply back is waited for no longer than 5 seconds. */
    static void awaitIdle() {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && busy().findAny().isPresent()) {
            Thread.onSpinWait();
        }
    }

    private static Stream<Thread> busy() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().startsWith(NAMES))
                .filter(each -> !waitsForWork(List.of(each.getValue())))
                .map(each -> each.getKey());
    }

    private static boolean waitsForWork(List<StackTraceElement> frames) {
        // One without frames has only just begun.
        return frames.stream()
                .anyMatch(frame -> frame.getClassName().equals("java.util.concurrent.ThreadPoolExecutor")
                        && frame.getMethodName().equals("getTask"));
    }
}
