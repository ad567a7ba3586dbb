package io.github.lambdalayer.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Terms as part of a sentence: {@code a>=2 and b<3 cannot be used together}. */
final class Phrase {

    private Phrase() {}

    /** Some versions as what a clause is about: {@code every release of a}, {@code a[x]>=2}. */
    static <P> String subject(Wording<P> wording, P subject, String feature, VersionSet versions) {
        List<String> features = feature.isEmpty() ? List.of() : List.of(feature);
        String name = wording.name(subject);
        String text = featured(name, wording.text(subject, versions), features);
        return text.equals(featured(name, name, features)) ? "every release of " + text : text;
    }

    /** What is needed, as it was written where that is known. */
    static <P> String object(Wording<P> wording, Dependency<P> dependency) {
        if (!dependency.text().isEmpty()) {
            return dependency.text();
        }
        String name = wording.name(dependency.on());
        return featured(name, wording.text(dependency.on(), dependency.allowed()), dependency.features());
    }

    /** What it means that these terms never hold together. */
    static <P> String excluding(Wording<P> wording, List<Term<P>> terms) {
        List<String> given = given(wording, terms);
        List<String> needed = needed(wording, terms);
        if (needed.isEmpty()) {
            return switch (given.size()) {
                case 0 -> "the requirements cannot be satisfied";
                case 1 -> cannotBeUsed(given.get(0));
                default -> listed(given, "and") + " cannot be used together";
            };
        }
        String what = listed(needed, "or");
        return switch (given.size()) {
            case 0 -> what + " is required";
            case 1 -> given.get(0) + " needs " + what;
            default -> listed(given, "and") + " together need " + what;
        };
    }

    private static String cannotBeUsed(String subject) {
        String every = "every release of ";
        return subject.startsWith(every)
                ? "no release of " + subject.substring(every.length()) + " can be used"
                : subject + " cannot be used";
    }

    private static <P> List<String> given(Wording<P> wording, List<Term<P>> terms) {
        Map<P, List<String>> features = new LinkedHashMap<>();
        Map<P, VersionSet> versions = new LinkedHashMap<>();
        for (Term<P> term : terms) {
            Variable<P> variable = term.variable();
            if (!term.orAbsent() && variable.isFeature()) {
                features.computeIfAbsent(variable.subject(), p -> new ArrayList<>())
                        .add(variable.feature());
            } else if (!term.orAbsent() && variable.isPackage()) {
                versions.put(variable.subject(), term.versions());
            }
        }
        List<String> given = new ArrayList<>();
        versions.forEach((p, set) -> given.add(subject(wording, p, joined(features.remove(p)), set)));
        features.forEach((p, names) -> given.add(wording.name(p) + "[" + joined(names) + "]"));
        return given;
    }

    private static String joined(@Nullable List<String> features) {
        return features == null ? "" : String.join(",", features);
    }

    private static <P> List<String> needed(Wording<P> wording, List<Term<P>> terms) {
        return terms.stream()
                .filter(Term::orAbsent)
                .map(term -> term.variable().isFeature()
                        ? wording.name(term.variable().subject()) + "["
                                + term.variable().feature() + "]"
                        : wording.text(
                                term.variable().subject(), term.versions().not()))
                .toList();
    }

    private static String featured(String name, String text, List<String> features) {
        return features.isEmpty() || !text.startsWith(name)
                ? text
                : name + "[" + String.join(",", features) + "]" + text.substring(name.length());
    }

    /** What the user requires; what the same place requires is told in one clause. */
    static <P> List<String> requirements(List<Cause<P>> causes, Wording<P> wording) {
        Map<String, Set<String>> byPlace = new LinkedHashMap<>();
        for (Cause<P> cause : causes) {
            if (cause instanceof Cause.Required<P> required) {
                byPlace.computeIfAbsent(required.root().by(), by -> new LinkedHashSet<>())
                        .add(required.what(wording));
            }
        }
        return byPlace.entrySet().stream()
                .map(e -> e.getKey() + " requires " + listed(List.copyOf(e.getValue()), "and"))
                .toList();
    }

    /** {@code a, b and c}. */
    static String listed(List<String> items, String conjunction) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " " + conjunction + " " + items.get(last);
    }
}
