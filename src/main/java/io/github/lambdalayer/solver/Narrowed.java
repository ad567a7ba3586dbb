package io.github.lambdalayer.solver;

import java.util.List;
import java.util.Optional;

/** Facts that say no more than matters. */
final class Narrowed {

    private Narrowed() {}

    /**
     * Of the versions that cannot be used only those are named that something asks for: where {@code a==1.2} is
     * required, that no release before 2.0 has a wheel becomes that 1.2 has none.
     */
    static <P> List<Cause<P>> toWhatIsRequired(List<Cause<P>> facts) {
        return facts.stream()
                .map(fact -> fact instanceof Cause.Unusable<P> unusable ? narrowed(unusable, facts) : fact)
                .toList();
    }

    private static <P> Cause<P> narrowed(Cause.Unusable<P> unusable, List<Cause<P>> facts) {
        P subject = unusable.subject();
        VersionSet asked = facts.stream()
                .flatMap(fact -> dependency(fact).stream())
                .filter(dependency -> dependency.on().equals(subject))
                .map(Dependency::allowed)
                .reduce(VersionSet::and)
                .orElse(unusable.versions());
        VersionSet narrowed = unusable.versions().and(asked);
        return narrowed.isEmpty() ? unusable : new Cause.Unusable<>(subject, narrowed);
    }

    private static <P> Optional<Dependency<P>> dependency(Cause<P> fact) {
        if (fact instanceof Cause.Required<P> required) {
            return Optional.of(required.root().dependency());
        }
        return fact instanceof Cause.Depends<P> depends ? Optional.of(depends.dependency()) : Optional.empty();
    }
}
