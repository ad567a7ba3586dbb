package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlItem;
import io.github.lambdalayer.toml.TomlPlace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Strings of a lock made values; what is wrong with one is told with its place and the way to it. */
final class LockValue {

    private LockValue() {}

    static <T> Optional<T> optional(TomlEntries entries, String key, Function<String, T> parser) {
        return entries.text(key).map(text -> parse(entries, key, text, parser));
    }

    static <T> T required(TomlEntries entries, String key, Function<String, T> parser) {
        return optional(entries, key, parser).orElseThrow(() -> entries.missing(key));
    }

    static <T> List<T> each(TomlEntries entries, String key, Function<String, T> parser) {
        return entries.items(key).stream().map(item -> parse(item, parser)).toList();
    }

    /** Makes a value of a text that was taken from a key. */
    static <T> T parse(TomlEntries entries, String key, String text, Function<String, T> parser) {
        return parse(text, parser, entries.place(key), entries.path(key));
    }

    private static <T> T parse(TomlItem item, Function<String, T> parser) {
        return parse(item.requiredText(), parser, item.place(), item.path());
    }

    private static <T> T parse(String text, Function<String, T> parser, TomlPlace place, String path) {
        try {
            return parser.apply(text);
        } catch (LayerException e) {
            throw new LayerException(e.code(), place + ": " + path + ": " + e.sentence(), e.hints(), e.getCause());
        }
    }
}
