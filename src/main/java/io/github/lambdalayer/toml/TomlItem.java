package io.github.lambdalayer.toml;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** One element of an array, such as {@code {include-group = "test"}} among the strings of a dependency group. */
public final class TomlItem {

    private final Object value;
    private final TomlPlace place;
    private final String path;

    TomlItem(Object value, TomlPlace place, String path) {
        this.value = value;
        this.place = place;
        this.path = path;
    }

    /** Where the element stands. */
    public TomlPlace place() {
        return place;
    }

    /** The way to it from the top of the file: {@code dependency-groups.test[0]}. */
    public String path() {
        return path;
    }

    /** The string, when it is one. */
    public Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The table, when it is one. */
    public Optional<TomlEntries> table() {
        return value instanceof TomlTable table ? Optional.of(new TomlEntries(table, place, path)) : Optional.empty();
    }

    /** The string that it must be. */
    public String requiredText() {
        return TomlType.cast(value, String.class, place, path);
    }

    /** The table that it must be. */
    public TomlEntries requiredTable() {
        return new TomlEntries(TomlType.cast(value, TomlTable.class, place, path), place, path);
    }

    /** The array of tables that it must be. */
    public List<TomlEntries> requiredTables() {
        return TomlEntries.items(TomlType.cast(value, TomlArray.class, place, path), place, path).stream()
                .map(TomlItem::requiredTable)
                .toList();
    }

    /** A fault at this element: the sentence follows its place. */
    public LayerException fault(ProblemCode code, String sentence, String... hints) {
        return new LayerException(code, place + ": " + sentence, hints);
    }
}
