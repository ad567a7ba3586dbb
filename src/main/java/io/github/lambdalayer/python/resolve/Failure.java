package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.solver.Cause;
import io.github.lambdalayer.solver.Dependency;
import io.github.lambdalayer.solver.Explanation;
import io.github.lambdalayer.solver.VersionSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells why there is no solution: a plain case by what cannot be had, any other by its derivation. */
final class Failure {

    private final IndexUniverse universe;
    private final Explanation<PackageName> explanation;
    private final Hints hints;
    private final IndexWording wording;

    Failure(IndexUniverse universe, Explanation<PackageName> explanation, Hints hints) {
        this.universe = universe;
        this.explanation = explanation;
        this.hints = hints;
        this.wording = universe.wording();
    }

    LayerException exception() {
        Optional<Chain> chain = Chain.of(explanation.facts());
        if (chain.isEmpty()) {
            return noSolution();
        }
        return chain.get().end() instanceof Cause.Unusable<PackageName> unusable
                ? unusable(chain.get(), unusable)
                : nothingSatisfies(chain.get());
    }

    private LayerException noSolution() {
        PythonTarget target = universe.rules().request().target();
        StringBuilder text = new StringBuilder("The requirements cannot be satisfied together for " + target + ".\n");
        explanation.sentences().forEach(sentence -> text.append("\n  ").append(sentence));
        return exception(ResolveProblem.NO_SOLUTION, text.toString(), hints.forConflict(explanation.facts()));
    }

    /** All releases that would do are of no use. */
    private LayerException unusable(Chain chain, Cause.Unusable<PackageName> end) {
        PackageName name = end.subject();
        VersionSet versions = end.versions();
        Map<Verdict, Integer> verdicts = wording.verdicts(name, versions);
        ResolveProblem problem = verdicts.containsKey(Verdict.NO_FITTING_WHEEL)
                ? ResolveProblem.NO_WHEEL
                : verdicts.keySet().stream()
                        .max(Verdict::compareTo)
                        .orElseThrow()
                        .problem();
        String sentence = capitalised(wording.headline(name, versions), name) + "." + chain.because(wording);
        return exception(problem, sentence, hints.forUnusable(chain, name, versions));
    }

    /** What is needed does not exist, or no release of it satisfies the specifier. */
    private LayerException nothingSatisfies(Chain chain) {
        Dependency<PackageName> need = Chain.need(chain.end()).orElseThrow();
        Listing listing = universe.listing(need.on());
        String why = wording.whyNone(need);
        String because = chain.because(wording);
        if (wording.isUrl(need)) {
            String sentence = need.on() + " is not available: " + why + ".";
            return exception(ResolveProblem.URL_REQUIREMENT, sentence + because, hints.forUrl(chain, need.on()));
        }
        if (listing.size() == 0) {
            String sentence = capitalised(why, need.on()) + ".";
            return exception(ResolveProblem.NOT_FOUND, sentence + because, hints.forUnknown(chain, need.on()));
        }
        String sentence = "No release satisfies " + need.text() + ": " + why + ".";
        return exception(ResolveProblem.NO_VERSION, sentence + because, hints.forNoVersion(chain, need.on()));
    }

    /** A sentence may begin with the name of a package as it is, and with nothing else in lower case. */
    private static String capitalised(String clause, PackageName name) {
        return clause.startsWith(name.value()) ? clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    private static LayerException exception(ResolveProblem problem, String sentence, List<String> hints) {
        return new LayerException(problem, sentence, hints, null);
    }
}
