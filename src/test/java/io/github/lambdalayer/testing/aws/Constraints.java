package io.github.lambdalayer.testing.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the breaches of the API's model and tells them as {@code ValidationException} does. */
final class Constraints {

    private final List<String> breaches = new ArrayList<>();

    Constraints length(String field, String value, int least, int most) {
        if (value.length() < least) {
            add(value, field, "Member must have length greater than or equal to " + least);
        }
        if (value.length() > most) {
            add(value, field, "Member must have length less than or equal to " + most);
        }
        return this;
    }

    Constraints pattern(String field, String value, String pattern) {
        if (!value.matches(pattern)) {
            add(value, field, "Member must satisfy regular expression pattern: " + pattern);
        }
        return this;
    }

    Constraints count(String field, List<String> values, int most) {
        if (values.size() > most) {
            add(list(values), field, "Member must have length less than or equal to " + most);
        }
        return this;
    }

    Constraints members(String field, List<String> values, Set<String> allowed) {
        if (!allowed.containsAll(values)) {
            add(list(values), field, "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
        }
        return this;
    }

    Constraints range(String field, long value, long least, long most) {
        if (value < least) {
            add("" + value, field, "Member must have value greater than or equal to " + least);
        }
        if (value > most) {
            add("" + value, field, "Member must have value less than or equal to " + most);
        }
        return this;
    }

    private static String list(List<String> values) {
        return "[" + String.join(", ", values) + "]";
    }

    private void add(String value, String field, String constraint) {
        breaches.add("Value '" + value + "' at '" + field + "' failed to satisfy constraint: " + constraint);
    }

    /** Throws one refusal that tells every breach. */
    void check() {
        if (!breaches.isEmpty()) {
            String head = breaches.size() == 1
                    ? "1 validation error detected: "
                    : breaches.size() + " validation errors detected: ";
            throw Refusal.breach(head + String.join("; ", breaches));
        }
    }
}
