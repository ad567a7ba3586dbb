package io.github.lambdalayer.toml;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Strings of a file made values; what is wrong with one is told with its place and the way to it:
 * {@code TomlValue.required(entries, "version", Version::parse)}.
 */
public final class TomlValue {

    private TomlValue() {}

    /** The value of a key, when the key is there. */
    public static <T> Optional<T> optional(TomlEntries entries, String key, Function<String, T> parser) {
        return entries.text(key).map(text -> parse(entries, key, text, parser));
    }

    /** The value of a key that must be there. */
    public static <T> T required(TomlEntries entries, String key, Function<String, T> parser) {
        return optional(entries, key, parser).orElseThrow(() -> entries.missing(key));
    }

    /** The values of an array of strings; empty when the key is not there. */
    public static <T> List<T> each(TomlEntries entries, String key, Function<String, T> parser) {
        return entries.items(key).stream().map(item -> parse(item, parser)).toList();
    }

    /** Makes a value of a text that was taken from a key. */
    public static <T> T parse(TomlEntries entries, String key, String text, Function<String, T> parser) {
        return parse(text, parser, entries.place(key), entries.path(key));
    }

    /** The value of a string in an array. */
    public static <T> T parse(TomlItem item, Function<String, T> parser) {
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
