package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Facts that say the like, taken together. */
final class Merged {

    private Merged() {}

    /** The same dependency of some versions and of others becomes one of all of them. */
    static <P> List<Cause<P>> exactly(List<Cause<P>> facts) {
        return merged(facts, true);
    }

    /**
     * All dependencies of one package on one other become one: {@code a==1 depends on b==1} and {@code a==2 depends on
     * b==2} become {@code a depends on b<=2}. That says less than they do.
     */
    static <P> List<Cause<P>> byPair(List<Cause<P>> facts) {
        return merged(facts, false);
    }

    private static <P> List<Cause<P>> merged(List<Cause<P>> facts, boolean exactly) {
        Map<Object, Cause<P>> byKey = new LinkedHashMap<>();
        for (Cause<P> fact : facts) {
            Object key = key(fact, exactly);
            byKey.merge(key, fact, Merged::both);
        }
        return new ArrayList<>(byKey.values());
    }

    private static <P> Object key(Cause<P> fact, boolean exactly) {
        if (fact instanceof Cause.Depends<P> depends) {
            Dependency<P> on = depends.dependency();
            return List.of(
                    depends.subject(), depends.feature(), on.on(), on.features(), exactly ? on.allowed() : "any");
        }
        return fact instanceof Cause.Unusable<P> unusable ? unusable.subject() : fact;
    }

    private static <P> Cause<P> both(Cause<P> first, Cause<P> second) {
        if (first instanceof Cause.Depends<P> a && second instanceof Cause.Depends<P> b) {
            return new Cause.Depends<>(
                    a.subject(), a.versions().or(b.versions()), a.feature(), both(a.dependency(), b.dependency()));
        }
        if (first instanceof Cause.Unusable<P> a && second instanceof Cause.Unusable<P> b) {
            return new Cause.Unusable<>(a.subject(), a.versions().or(b.versions()));
        }
        return first;
    }

    private static <P> Dependency<P> both(Dependency<P> a, Dependency<P> b) {
        VersionSet allowed = a.allowed().or(b.allowed());
        String text =
                Objects.equals(a.allowed(), allowed) ? a.text() : b.allowed().equals(allowed) ? b.text() : "";
        return new Dependency<>(a.on(), a.features(), allowed, a.pinned() && b.pinned(), text);
    }
}
