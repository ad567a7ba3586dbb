package io.github.lambdalayer.toml;

import io.github.lambdalayer.problem.LayerException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** TOML's types by the Java class that holds their values, and their names in sentences. */
enum TomlType {
    TEXT(String.class, "a string"),
    INTEGER(Long.class, "an integer"),
    FLOAT(Double.class, "a float"),
    BOOLEAN(Boolean.class, "a boolean"),
    TIME(OffsetDateTime.class, "a date with time and offset"),
    LOCAL_TIME(LocalTime.class, "a time without date"),
    LOCAL_DATE(LocalDate.class, "a date without time"),
    LOCAL_DATE_TIME(LocalDateTime.class, "a date without offset"),
    ARRAY(TomlArray.class, "an array"),
    TABLE(TomlTable.class, "a table");

    private final Class<?> javaClass;
    private final String words;

    TomlType(Class<?> javaClass, String words) {
        this.javaClass = javaClass;
        this.words = words;
    }

    static <T> T cast(Object value, Class<T> type, TomlPlace place, String path) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new LayerException(
                TomlProblem.TOML_TYPE,
                place + ": " + path + " must be " + wordsOf(type) + ", but it is " + wordsOf(value.getClass()) + ".");
    }

    private static String wordsOf(Class<?> javaClass) {
        for (TomlType type : values()) {
            if (type.javaClass.isAssignableFrom(javaClass)) {
                return type.words;
            }
        }
        throw new IllegalStateException("TOML has no " + javaClass);
    }
}
