package io.github.lambdalayer.python.lock;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a lock was made for, in the words of the pom; kept in the lock so that a later build sees what has changed.
 *
 * <pre>{@code
 * LockedSpec.NONE
 *         .with(SpecTopic.REQUIREMENTS, List.of("pandas==2.2.3"))
 *         .with(SpecTopic.RUNTIMES, List.of("python3.13"))
 * }</pre>
 *
 * @param values what is said of each topic; topics of which nothing is said are absent
 */
public record LockedSpec(Map<SpecTopic, List<String>> values) {

    /** Nothing is known: another tool wrote the lock. */
    public static final LockedSpec NONE = new LockedSpec(Map.of());

    /** Copies the map, and drops topics of which nothing is said. */
    public LockedSpec {
        EnumMap<SpecTopic, List<String>> copy = new EnumMap<>(SpecTopic.class);
        values.forEach((topic, texts) -> {
            if (!texts.isEmpty()) {
                copy.put(topic, List.copyOf(texts));
            }
        });
        values = Map.copyOf(copy);
    }

    /** The same with other values for one topic, each as its {@code toString} says. */
    public LockedSpec with(SpecTopic topic, Collection<?> others) {
        EnumMap<SpecTopic, List<String>> copy = new EnumMap<>(SpecTopic.class);
        copy.putAll(values);
        copy.put(topic, others.stream().map(Object::toString).toList());
        return new LockedSpec(copy);
    }

    /** What is said of a topic; may be empty. */
    public List<String> of(SpecTopic topic) {
        return values.getOrDefault(topic, List.of());
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * What has changed since, in sentences without full stop: {@code requirement pandas==2.2.3 was added}. Empty when
     * the lock is still for this specification.
     */
    public List<String> differences(LockedSpec now) {
        return Stream.of(SpecTopic.values())
                .flatMap(topic -> new TopicChange(topic, of(topic), now.of(topic)).sentences().stream())
                .toList();
    }
}
