package io.github.lambdalayer.testing;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case of a conformance file, or an object within it. A case that is a plain text in the file has the one key
 * {@code text}.
 *
 * @param values its values by name
 */
public record Case(Map<String, @Nullable Object> values) {

    /** The text of a key that must be there. */
    public String text(String key) {
        return (String) present(key);
    }

    /** The text of a key; empty when it is missing or null. */
    public Optional<String> optionalText(String key) {
        return Optional.ofNullable((String) values.get(key));
    }

    /** The truth of a key that must be there. */
    public boolean flag(String key) {
        return (Boolean) present(key);
    }

    /** The truth of a key; empty when it is missing or null. */
    public Optional<Boolean> optionalFlag(String key) {
        return Optional.ofNullable((Boolean) values.get(key));
    }

    /** The number of a key; empty when it is missing or null. */
    public Optional<BigInteger> optionalNumber(String key) {
        return Optional.ofNullable((BigInteger) values.get(key));
    }

    /** The texts of a list; none when the key is missing. */
    public List<String> texts(String key) {
        return list(key).stream().map(String.class::cast).toList();
    }

    /** The values of a list, of whatever kind; none when the key is missing or null. */
    public List<Object> list(String key) {
        Object list = values.get(key);
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(Object.class::cast).toList();
    }

    /** The object of a key that must be there. */
    public Case object(String key) {
        return of(present(key));
    }

    /** The texts of an object, by name. */
    @SuppressWarnings("unchecked") // the reader makes maps of this kind only
    public Map<String, String> map(String key) {
        return (Map<String, String>) present(key);
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    @SuppressWarnings("unchecked") // the reader makes maps of this kind only
    static Case of(Object value) {
        return value instanceof String text
                ? new Case(Map.of("text", text))
                : new Case((Map<String, @Nullable Object>) value);
    }

    private Object present(String key) {
        return Objects.requireNonNull(values.get(key), () -> "no " + key + " in " + values);
    }

    /** The case as it stands in the file, for messages. */
    @Override
    public String toString() {
        return values.toString();
    }
}
