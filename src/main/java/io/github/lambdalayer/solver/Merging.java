package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the same dependency of several versions as one fact about all of them: of a thousand releases of boto3 that
 * ask for {@code botocore<2}, one conflict rules out all.
 */
final class Merging<P> {

    private record Merged<P>(VersionSet versions, List<Facts.Fact<P>> facts) {}

    /** By whose need it is, and what is needed; as a list, since it takes the JVM milliseconds to make the hash of a record. */
    private final Map<List<Object>, Merged<P>> merged = new HashMap<>();

    private final Premises<P> premises;
    private final Facts<P> facts;

    Merging(Premises<P> premises, Facts<P> facts) {
        this.premises = premises;
        this.facts = facts;
    }

    /** Adds what some version, or a feature of it, depends on; returns the facts that tell it now. */
    List<Facts.Fact<P>> add(Cause.Depends<P> cause) {
        Dependency<P> needed = cause.dependency();
        if (needed.on().equals(cause.subject())) {
            return premises.of(cause).stream().map(facts::add).toList();
        }
        List<Object> same = List.of(cause.subject(), cause.feature(), needed.on(), needed.features(), needed.allowed());
        Merged<P> before = merged.get(same);
        Merged<P> after = before == null
                ? new Merged<>(
                        cause.versions(),
                        premises.of(cause).stream().map(facts::add).toList())
                : widen(before, cause);
        merged.put(same, after);
        return after.facts();
    }

    private Merged<P> widen(Merged<P> before, Cause.Depends<P> cause) {
        VersionSet versions = before.versions().or(cause.versions());
        List<Incompatibility<P>> wider =
                premises.of(new Cause.Depends<>(cause.subject(), versions, cause.feature(), cause.dependency()));
        List<Facts.Fact<P>> all = new ArrayList<>(before.facts());
        for (int i = 0; i < all.size(); i++) {
            facts.widen(all.get(i), wider.get(i));
        }
        return new Merged<>(versions, all);
    }
}
