package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.toml.TomlEntries;
import java.util.List;

/** Reads {@code [tool.lambda-layer]}, where a lock says what it was made for. */
final class LockedSpecReader {

    private LockedSpecReader() {}

    static LockedSpec read(TomlEntries lock) {
        return lock.table("tool")
                .flatMap(tool -> tool.table("lambda-layer"))
                .map(LockedSpecReader::spec)
                .orElse(LockedSpec.NONE);
    }

    private static LockedSpec spec(TomlEntries table) {
        LockedSpec spec = LockedSpec.NONE;
        for (SpecTopic topic : SpecTopic.values()) {
            spec = spec.with(topic, texts(table, topic));
        }
        return spec;
    }

    private static List<String> texts(TomlEntries table, SpecTopic topic) {
        return topic.shape() == SpecTopic.Shape.SINGLE
                ? table.text(topic.key()).stream().toList()
                : table.texts(topic.key());
    }
}
