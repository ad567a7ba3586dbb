package io.github.lambdalayer.testing.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the next calls, by operation, in one region or in any. */
final class FaultScript {

    private final Map<String, Deque<Fault>> queues = new HashMap<>();

    /** {@code region} is empty for calls in any region. */
    void add(String operation, String region, List<Fault> faults) {
        queues.computeIfAbsent(operation + " " + region, key -> new ArrayDeque<>())
                .addAll(faults);
    }

    Fault next(String operation, String region) {
        Fault regional = poll(operation + " " + region);
        Fault general = regional == null ? poll(operation + " ") : regional;
        return general == null ? Fault.none() : general;
    }

    private @Nullable Fault poll(String key) {
        return queues.getOrDefault(key, new ArrayDeque<>()).poll();
    }
}
