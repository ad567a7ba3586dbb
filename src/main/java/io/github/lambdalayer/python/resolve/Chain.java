package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.solver.Cause;
import io.github.lambdalayer.solver.Dependency;
import io.github.lambdalayer.solver.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plainest failure: one thing that cannot be had, what needs it, and so on up to what the user asks for.
 *
 * @param end what cannot be had: unusable versions, or a need that nothing satisfies
 * @param links who needs whom, from the end up to the user; the first is the end itself when that is a need
 */
record Chain(Cause<PackageName> end, List<Cause<PackageName>> links) {

    Chain {
        links = List.copyOf(links);
    }

    /** The facts as a chain, when they are one. */
    static Optional<Chain> of(List<Cause<PackageName>> facts) {
        List<Cause<PackageName>> ends = facts.stream().filter(Chain::isEnd).toList();
        if (ends.size() != 1) {
            return Optional.empty();
        }
        List<Cause<PackageName>> links = links(ends.get(0), facts);
        boolean complete = !links.isEmpty() && links.get(links.size() - 1) instanceof Cause.Required;
        int used = links.size() + (links.contains(ends.get(0)) ? 0 : 1);
        return complete && used == facts.size() ? Optional.of(new Chain(ends.get(0), links)) : Optional.empty();
    }

    private static List<Cause<PackageName>> links(Cause<PackageName> end, List<Cause<PackageName>> facts) {
        List<Cause<PackageName>> links = new ArrayList<>();
        Optional<Cause<PackageName>> next = end instanceof Cause.Unusable<PackageName> unusable
                ? onlyNeed(unusable.subject(), facts)
                : Optional.of(end);
        while (next.isPresent() && !links.contains(next.get())) {
            links.add(next.get());
            next = next.get() instanceof Cause.Depends<PackageName> depends
                    ? onlyNeed(depends.subject(), facts)
                    : Optional.empty();
        }
        return links;
    }

    private static Optional<Cause<PackageName>> onlyNeed(PackageName name, List<Cause<PackageName>> facts) {
        List<Cause<PackageName>> needs = facts.stream()
                .filter(fact -> need(fact).filter(d -> d.on().equals(name)).isPresent())
                .toList();
        return needs.size() == 1 ? Optional.of(needs.get(0)) : Optional.empty();
    }

    private static boolean isEnd(Cause<PackageName> fact) {
        return fact instanceof Cause.Unusable
                || need(fact).filter(d -> d.allowed().isEmpty()).isPresent();
    }

    /** What a fact says is needed. */
    static Optional<Dependency<PackageName>> need(Cause<PackageName> fact) {
        if (fact instanceof Cause.Required<PackageName> required) {
            return Optional.of(required.root().dependency());
        }
        return fact instanceof Cause.Depends<PackageName> depends
                ? Optional.of(depends.dependency())
                : Optional.empty();
    }

    /** The lines below the sentence: {@code because a==1.0 depends on b}, {@code and your pom requires a}. */
    String because(Wording<PackageName> wording) {
        StringBuilder lines = new StringBuilder();
        for (Cause<PackageName> link : links) {
            lines.append(lines.isEmpty() ? "\n\n  because " : "\n  and ").append(clause(link, wording));
        }
        return lines.toString();
    }

    private static String clause(Cause<PackageName> link, Wording<PackageName> wording) {
        if (link instanceof Cause.Required<PackageName> required) {
            return required.clause(wording);
        }
        return link instanceof Cause.Depends<PackageName> depends ? depends.clause(wording) : link.words(wording);
    }
}
