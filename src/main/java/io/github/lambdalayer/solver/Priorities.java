package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which package is decided next: a wanted feature of a decided package, then pinned packages, then those that keep
 * being hit by conflicts, then those that keep causing them, then the rest; among equals the one that was seen first.
 *
 * <p>After {@value #THRESHOLD} conflicts a package moves, and the search goes back to before it was decided (as uv
 * does): else, with boto3 and urllib3, a thousand versions of one are tried against the newest of the other. That holds
 * for a pinned one too: one that a hundred releases of another pin is no better than an open one. What causes
 * {@value #LAST_THRESHOLD} conflicts is decided last.
 */
final class Priorities<P> {

    private static final int THRESHOLD = 5;
    private static final int LAST_THRESHOLD = 20;
    private static final int MOST_NAMED = 3;

    private enum Rank {
        FEATURE,
        PINNED,
        AFFECTED,
        CULPRIT,
        PLAIN,
        LAST
    }

    private final Map<P, Rank> ranks = new HashMap<>();
    private final Map<P, Integer> affected = new LinkedHashMap<>();
    private final Map<P, Integer> culprits = new LinkedHashMap<>();
    private final List<P> moved = new ArrayList<>();

    /** Some dependency asks for one exact version of it. */
    void pinned(P subject) {
        ranks.put(subject, Rank.PINNED);
    }

    /** Counts a conflict: what it forced, and what took part. Features of the same package do not count. */
    void conflict(Variable<P> forced, Incompatibility<P> cause) {
        Set<P> others = new LinkedHashSet<>();
        cause.terms().stream()
                .map(Term::variable)
                .filter(v -> !v.isRoot() && !v.subject().equals(forced.subject()))
                .map(Variable::subject)
                .forEach(others::add);
        others.forEach(this::countCulprit);
        if (!others.isEmpty()
                && affected.merge(forced.subject(), 1, Integer::sum) == THRESHOLD
                && rank(forced.subject()) != Rank.AFFECTED) {
            move(forced.subject(), Rank.AFFECTED);
            moved.addAll(others);
        }
    }

    private void countCulprit(P subject) {
        int count = culprits.merge(subject, 1, Integer::sum);
        if (count == THRESHOLD && rank(subject) != Rank.AFFECTED) {
            move(subject, Rank.CULPRIT);
        } else if (count == LAST_THRESHOLD && rank(subject) == Rank.CULPRIT) {
            move(subject, Rank.LAST);
        }
    }

    /** The packages that most conflicts hit or were caused by, worst first. */
    List<P> worst() {
        Map<P, Integer> all = new LinkedHashMap<>(affected);
        culprits.forEach((subject, count) -> all.merge(subject, count, Integer::sum));
        return all.entrySet().stream()
                .sorted(Map.Entry.<P, Integer>comparingByValue().reversed())
                .limit(MOST_NAMED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void move(P subject, Rank rank) {
        ranks.put(subject, rank);
        moved.add(subject);
    }

    /** The packages that moved, or that a moved one now precedes, since this was last asked. */
    List<P> moved() {
        List<P> all = List.copyOf(moved);
        moved.clear();
        return all;
    }

    /** The one to decide next. */
    Optional<Variable<P>> first(Stream<Variable<P>> open) {
        return open.min(Comparator.<Variable<P>, Rank>comparing(v -> v.isFeature() ? Rank.FEATURE : rank(v.subject()))
                .thenComparingInt(Variable::number));
    }

    private Rank rank(P subject) {
        return ranks.getOrDefault(subject, Rank.PLAIN);
    }
}
