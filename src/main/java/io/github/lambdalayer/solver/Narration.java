package io.github.lambdalayer.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a derivation in sentences, premises before conclusions: PubGrub's way of reporting errors. Works off a stack of
 * its own, since a derivation can be thousands of steps deep.
 */
final class Narration<P> {

    private static final int MOST_FACTS = 20;

    private final Wording<P> wording;
    private final Map<Incompatibility<P>, Integer> uses = new HashMap<>();
    private final Map<Incompatibility<P>, Integer> numbers = new HashMap<>();
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final List<String> sentences = new ArrayList<>();

    Narration(Incompatibility<P> proof, Wording<P> wording) {
        this.wording = wording;
        countUses(proof);
        if (isFact(proof)) {
            sentences.add("Because " + words(proof) + ", the requirements cannot be satisfied.");
        } else {
            steps.push(() -> visit(proof, false));
        }
    }

    List<String> sentences() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
        return sentences;
    }

    /** The facts one by one, for what would take too many steps. */
    static <P> List<String> listing(List<Cause<P>> facts, Wording<P> wording) {
        List<String> lines = new ArrayList<>(List.of("These exclude each other:"));
        facts.stream()
                .map(fact -> fact.words(wording))
                .distinct()
                .limit(MOST_FACTS)
                .forEach(lines::add);
        if (facts.size() > MOST_FACTS) {
            lines.add("and " + (facts.size() - MOST_FACTS) + " more like these");
        }
        return lines;
    }

    private void countUses(Incompatibility<P> proof) {
        Set<Incompatibility<P>> seen = new HashSet<>();
        Deque<Incompatibility<P>> open = new ArrayDeque<>(List.of(proof));
        while (!open.isEmpty()) {
            Incompatibility<P> next = open.pop();
            uses.merge(next, 1, Integer::sum);
            if (seen.add(next) && next.cause() instanceof Cause.Conflict<P> conflict) {
                open.push(conflict.first());
                open.push(conflict.second());
            }
        }
    }

    private void visit(Incompatibility<P> conclusion, boolean numbered) {
        Cause.Conflict<P> cause = (Cause.Conflict<P>) conclusion.cause();
        boolean withNumber = numbered || uses.getOrDefault(conclusion, 0) > 1;
        if (isFact(cause.first()) && isFact(cause.second())) {
            write(conclusion, withNumber, "Because", List.of(cause.first(), cause.second()));
        } else if (isFact(cause.first())) {
            visit(conclusion, withNumber, cause.second(), cause.first());
        } else if (isFact(cause.second())) {
            visit(conclusion, withNumber, cause.first(), cause.second());
        } else {
            visitTwo(conclusion, withNumber, cause.first(), cause.second());
        }
    }

    /** A conclusion from a derived one and a fact. */
    private void visit(
            Incompatibility<P> conclusion, boolean numbered, Incompatibility<P> from, Incompatibility<P> fact) {
        Incompatibility<P> derived = withoutRepeats(from, fact);
        if (isTold(derived)) {
            write(conclusion, numbered, "Because", List.of(fact, derived));
        } else if (isRepeated(derived, fact)) {
            Cause.Conflict<P> inner = (Cause.Conflict<P>) derived.cause();
            write(conclusion, numbered, "Because", List.of(inner.first(), inner.second()));
        } else if (isPassing(derived)) {
            Cause.Conflict<P> inner = (Cause.Conflict<P>) derived.cause();
            boolean firstIsFact = isFact(inner.first());
            Incompatibility<P> before = firstIsFact ? inner.second() : inner.first();
            Incompatibility<P> innerFact = firstIsFact ? inner.first() : inner.second();
            then(
                    () -> visit(before, false),
                    () -> write(conclusion, numbered, "And because", List.of(innerFact, fact)));
        } else {
            then(() -> visit(derived, false), () -> write(conclusion, numbered, "And because", List.of(fact)));
        }
    }

    /** A conclusion from two derived ones. */
    private void visitTwo(
            Incompatibility<P> conclusion, boolean numbered, Incompatibility<P> first, Incompatibility<P> second) {
        if (isTold(first) && isTold(second)) {
            write(conclusion, numbered, "Because", List.of(first, second));
        } else if (isTold(first)) {
            then(() -> visit(second, false), () -> write(conclusion, numbered, "And because", List.of(first)));
        } else if (isTold(second)) {
            then(() -> visit(first, false), () -> write(conclusion, numbered, "And because", List.of(second)));
        } else {
            then(
                    () -> visit(first, true),
                    () -> visit(second, false),
                    () -> write(conclusion, numbered, "And because", List.of(first)));
        }
    }

    private void then(Runnable... inOrder) {
        for (int i = inOrder.length - 1; i >= 0; i--) {
            steps.push(inOrder[i]);
        }
    }

    private boolean isFact(Incompatibility<P> incompatibility) {
        return !(incompatibility.cause() instanceof Cause.Conflict);
    }

    private boolean isRequired(Incompatibility<P> incompatibility) {
        return incompatibility.cause() instanceof Cause.Required;
    }

    private boolean isTold(Incompatibility<P> incompatibility) {
        return numbers.containsKey(incompatibility);
    }

    /** A step between that needs no sentence of its own: used once, and from one fact and something derived. */
    private boolean isPassing(Incompatibility<P> derived) {
        Cause.Conflict<P> cause = (Cause.Conflict<P>) derived.cause();
        boolean firstIsFact = isFact(cause.first());
        if (uses.getOrDefault(derived, 0) > 1 || firstIsFact == isFact(cause.second())) {
            return false;
        }
        Incompatibility<P> before = firstIsFact ? cause.second() : cause.first();
        return !isTold(before) && !isRepeated(before, firstIsFact ? cause.first() : cause.second());
    }

    /** A step between from two facts, one of which is used again: a package and its feature are needed by one fact. */
    private boolean isRepeated(Incompatibility<P> derived, Incompatibility<P> fact) {
        Cause.Conflict<P> cause = (Cause.Conflict<P>) derived.cause();
        return uses.getOrDefault(derived, 0) == 1
                && isFact(cause.first())
                && isFact(cause.second())
                && (cause.first().cause().equals(fact.cause())
                        || cause.second().cause().equals(fact.cause()));
    }

    /** Where one fact is used again and again (a package and its features are needed by one fact), once is enough. */
    private Incompatibility<P> withoutRepeats(Incompatibility<P> derived, Incompatibility<P> fact) {
        Incompatibility<P> before = derived;
        while (!isTold(before)
                && uses.getOrDefault(before, 0) == 1
                && before.cause() instanceof Cause.Conflict<P> conflict
                && isFact(conflict.first()) != isFact(conflict.second())
                && factOf(conflict).cause().equals(fact.cause())) {
            before = isFact(conflict.first()) ? conflict.second() : conflict.first();
        }
        return before;
    }

    private Incompatibility<P> factOf(Cause.Conflict<P> conflict) {
        return isFact(conflict.first()) ? conflict.first() : conflict.second();
    }

    private void write(
            Incompatibility<P> conclusion, boolean numbered, String opening, List<Incompatibility<P>> premises) {
        List<String> because = new ArrayList<>(premises.stream()
                .filter(p -> !isRequired(p))
                .map(this::reference)
                .distinct()
                .toList());
        because.addAll(Phrase.requirements(
                premises.stream()
                        .filter(this::isRequired)
                        .map(Incompatibility::cause)
                        .toList(),
                wording));
        String number = "";
        if (numbered) {
            numbers.put(conclusion, numbers.size() + 1);
            number = " (" + numbers.size() + ")";
        }
        sentences.add(opening + " " + Phrase.listed(because, "and") + ", " + conclusionOf(conclusion) + "." + number);
    }

    private String reference(Incompatibility<P> premise) {
        Integer number = numbers.get(premise);
        return number == null ? words(premise) : "(" + number + ")";
    }

    private String conclusionOf(Incompatibility<P> conclusion) {
        return conclusion.isFailure() ? "the requirements cannot be satisfied" : words(conclusion);
    }

    private String words(Incompatibility<P> incompatibility) {
        return incompatibility.words(wording);
    }
}
