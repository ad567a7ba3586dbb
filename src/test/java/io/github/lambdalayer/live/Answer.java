package io.github.lambdalayer.live;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a resolver says.
 *
 * @param packages {@code numpy==2.1.3}, sorted; empty when there is no answer
 * @param words why there is none; empty when there is one
 */
record Answer(List<String> packages, String words) {

    Answer {
        packages = List.copyOf(packages);
    }

    static Answer of(Collection<String> packages) {
        return new Answer(List.copyOf(new TreeSet<>(packages)), "");
    }

    static Answer none(String words) {
        return new Answer(List.of(), words);
    }

    boolean isNone() {
        return packages.isEmpty();
    }

    /** Whether both have the same packages, or both have none; their words are their own. */
    boolean agreesWith(Answer other) {
        return packages.equals(other.packages);
    }

    /** {@code -numpy==2.1.3 +numpy==2.2.0}: what the other has and this has not, and the other way round. */
    String changesFrom(Answer other) {
        if (isNone() || other.isNone()) {
            return this + " instead of " + other;
        }
        Stream<String> gone =
                other.packages.stream().filter(p -> !packages.contains(p)).map("-"::concat);
        Stream<String> come =
                packages.stream().filter(p -> !other.packages.contains(p)).map("+"::concat);
        return String.join(" ", Stream.concat(gone, come).toList());
    }

    @Override
    public String toString() {
        return isNone() ? "no answer" : packages.size() + " packages";
    }
}
