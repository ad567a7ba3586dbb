package io.github.lambdalayer.toml;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.ProblemCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of a TOML file, such as a {@code [[packages]]} of a pylock.toml. A value is asked for by the type that it
 * must have; one of another type is a fault that names the place:
 *
 * <pre>pylock.toml, line 12, column 3: packages[0].wheels[1].size must be an integer, but it is a boolean.</pre>
 */
public final class TomlEntries {

    private final TomlTable table;
    private final TomlPlace place;
    private final String path;

    TomlEntries(TomlTable table, TomlPlace place, String path) {
        this.table = table;
        this.place = place;
        this.path = path;
    }

    /** The keys, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(table.keySet());
    }

    /** Whether there is such a key, of whatever type. */
    public boolean has(String key) {
        return table.contains(List.of(key));
    }

    /** Where this table begins. */
    public TomlPlace place() {
        return place;
    }

    /** Where a key stands; where this table begins when there is no such key. */
    public TomlPlace place(String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? place : new TomlPlace(place.origin(), position.line(), position.column());
    }

    /** The way to a key from the top of the file: {@code packages[0].wheels[1].size}; to this table for "". */
    public String path(String key) {
        String own = Printable.name(key);
        return path.isEmpty() || own.isEmpty() ? path + own : path + "." + own;
    }

    /** A fault at a key: the sentence follows its place. */
    public LayerException fault(ProblemCode code, String key, String sentence, String... hints) {
        return new LayerException(code, place(key) + ": " + sentence, hints);
    }

    /** A string, when the key is there. */
    public Optional<String> text(String key) {
        return value(key, String.class);
    }

    /** A string that must be there. */
    public String requiredText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    /** An integer, when the key is there; a boolean is none. */
    public OptionalLong integer(String key) {
        return value(key, Long.class).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** A boolean; false when the key is not there. */
    public boolean flag(String key) {
        return value(key, Boolean.class).orElse(false);
    }

    /** A date with time and offset, when the key is there. */
    public Optional<Instant> time(String key) {
        return value(key, OffsetDateTime.class).map(OffsetDateTime::toInstant);
    }

    /** Whether a key is there and holds a table. */
    public boolean isTable(String key) {
        return table.get(List.of(key)) instanceof TomlTable;
    }

    /** A table, when the key is there. */
    public Optional<TomlEntries> table(String key) {
        return value(key, TomlTable.class).map(found -> new TomlEntries(found, place(key), path(key)));
    }

    /** An array of strings; empty when the key is not there. */
    public List<String> texts(String key) {
        return items(key).stream().map(TomlItem::requiredText).toList();
    }

    /** An array of tables; empty when the key is not there. */
    public List<TomlEntries> tables(String key) {
        return items(key).stream().map(TomlItem::requiredTable).toList();
    }

    /** An array of whatever types; empty when the key is not there. */
    public List<TomlItem> items(String key) {
        Optional<TomlArray> array = value(key, TomlArray.class);
        return array.map(found -> items(found, place, path(key))).orElse(List.of());
    }

    /** The fault that a key is not there. */
    public LayerException missing(String key) {
        return fault(
                TomlProblem.TOML_KEY_MISSING,
                "",
                path(key) + " is missing.",
                "let the tool that writes the file do so anew");
    }

    /** The elements of an array. */
    static List<TomlItem> items(TomlArray array, TomlPlace near, String path) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> new TomlItem(
                        Objects.requireNonNull(array.get(i)), itemPlace(array, i, near), path + "[" + i + "]"))
                .toList();
    }

    private static TomlPlace itemPlace(TomlArray array, int index, TomlPlace near) {
        TomlPosition position = array.inputPositionOf(index);
        return new TomlPlace(near.origin(), position.line(), position.column());
    }

    private <T> Optional<T> value(String key, Class<T> type) {
        Object value = table.get(List.of(key));
        return value == null ? Optional.empty() : Optional.of(TomlType.cast(value, type, place(key), path(key)));
    }
}
