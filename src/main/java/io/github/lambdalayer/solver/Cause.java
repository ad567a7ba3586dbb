package io.github.lambdalayer.solver;

/** Why some things cannot hold together. Each cause has its own words: a clause without a full stop. */
public sealed interface Cause<P> {

    /** What it says, for example {@code your pom requires pandas==1.2.4}. */
    String words(Wording<P> wording);

    /** The user asks for something. */
    record Required<P>(Root<P> root) implements Cause<P> {
        @Override
        public String words(Wording<P> wording) {
            return clause(wording) + whyNone(root.dependency(), wording);
        }

        /** Who requires what, without why that cannot be had. */
        public String clause(Wording<P> wording) {
            return root.by() + " requires " + Phrase.object(wording, root.dependency());
        }

        String what(Wording<P> wording) {
            Dependency<P> dependency = root.dependency();
            return Phrase.object(wording, dependency) + whyNone(dependency, wording);
        }
    }

    /** Some versions of a package, or a feature of them, need another package. */
    record Depends<P>(P subject, VersionSet versions, String feature, Dependency<P> dependency) implements Cause<P> {
        @Override
        public String words(Wording<P> wording) {
            return clause(wording) + whyNone(dependency, wording);
        }

        /** What needs what, without why that cannot be had. */
        public String clause(Wording<P> wording) {
            String who = Phrase.subject(wording, subject, feature, versions);
            return who + " depends on " + Phrase.object(wording, dependency);
        }
    }

    /** Some versions of a package cannot be used at all. */
    record Unusable<P>(P subject, VersionSet versions) implements Cause<P> {
        @Override
        public String words(Wording<P> wording) {
            return wording.whyUnusable(subject, versions);
        }
    }

    /** A feature cannot be there without its package. */
    record PartOf<P>(P subject, String feature) implements Cause<P> {
        @Override
        public String words(Wording<P> wording) {
            String name = wording.name(subject);
            return name + "[" + feature + "] is part of " + name;
        }
    }

    /** Two facts together exclude more than each alone. */
    record Conflict<P>(Incompatibility<P> first, Incompatibility<P> second) implements Cause<P> {
        @Override
        public String words(Wording<P> wording) {
            return first.words(wording) + " and " + second.words(wording);
        }
    }

    private static <P> String whyNone(Dependency<P> dependency, Wording<P> wording) {
        return dependency.allowed().isEmpty() ? ", but " + wording.whyNone(dependency) : "";
    }
}
