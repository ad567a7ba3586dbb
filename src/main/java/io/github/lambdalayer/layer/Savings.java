package io.github.lambdalayer.layer;

import java.util.Map;
import java.util.TreeMap;

/** How many unpacked bytes are not in the layer, by what left them out. */
final class Savings {

    private final Map<String, Long> bytes = new TreeMap<>();

    synchronized void add(String by, long count) {
        bytes.merge(by, count, Long::sum);
    }

    /** For example {@code tests}: 41,000,000. */
    synchronized Map<String, Long> bytes() {
        return new TreeMap<>(bytes);
    }
}
