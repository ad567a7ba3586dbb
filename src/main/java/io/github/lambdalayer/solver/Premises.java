package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Facts about packages as incompatibilities. */
final class Premises<P> {

    private final Variables<P> variables;
    /** Makes sure that a package, and a feature of it unless that is empty, are known. */
    private final BiFunction<P, String, Variable<P>> lookUp;

    Premises(Variables<P> variables, BiFunction<P, String, Variable<P>> lookUp) {
        this.variables = variables;
        this.lookUp = lookUp;
    }

    /** What a fact excludes. */
    List<Incompatibility<P>> of(Cause<P> fact) {
        if (fact instanceof Cause.Required<P> required) {
            return of(required);
        }
        if (fact instanceof Cause.Depends<P> depends) {
            return of(depends);
        }
        if (fact instanceof Cause.Unusable<P> unusable) {
            return List.of(of(unusable));
        }
        if (fact instanceof Cause.PartOf<P> partOf) {
            return List.of(of(partOf));
        }
        throw new IllegalArgumentException("no fact: " + fact);
    }

    List<Incompatibility<P>> of(Cause.Required<P> cause) {
        return needing(List.of(Term.present(variables.root())), cause.root().dependency(), cause);
    }

    List<Incompatibility<P>> of(Cause.Depends<P> cause) {
        List<Term<P>> given = new ArrayList<>();
        given.add(Term.oneOf(lookUp.apply(cause.subject(), ""), cause.versions()));
        if (!cause.feature().isEmpty()) {
            given.add(Term.present(lookUp.apply(cause.subject(), cause.feature())));
        }
        return needing(given, cause.dependency(), cause);
    }

    Incompatibility<P> of(Cause.Unusable<P> cause) {
        return Incompatibility.of(List.of(Term.oneOf(lookUp.apply(cause.subject(), ""), cause.versions())), cause);
    }

    Incompatibility<P> of(Cause.PartOf<P> cause) {
        Variable<P> host = lookUp.apply(cause.subject(), "");
        Variable<P> feature = lookUp.apply(cause.subject(), cause.feature());
        return Incompatibility.of(
                List.of(Term.present(feature), Term.present(host).not()), cause);
    }

    /** One for the package that is needed, and one for each feature of it. */
    private List<Incompatibility<P>> needing(List<Term<P>> given, Dependency<P> dependency, Cause<P> cause) {
        List<Incompatibility<P>> all = new ArrayList<>();
        all.add(with(given, Term.noneOf(lookUp.apply(dependency.on(), ""), dependency.allowed()), cause));
        for (String feature : dependency.features()) {
            Variable<P> variable = lookUp.apply(dependency.on(), feature);
            all.add(with(given, Term.present(variable).not(), cause));
        }
        all.removeIf(Incompatibility::isVacuous);
        return all;
    }

    private Incompatibility<P> with(List<Term<P>> given, Term<P> needed, Cause<P> cause) {
        List<Term<P>> terms = new ArrayList<>(given);
        terms.add(needed);
        return Incompatibility.of(terms, cause);
    }
}
