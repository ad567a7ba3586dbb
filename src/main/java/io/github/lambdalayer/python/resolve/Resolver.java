package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.solver.Explanation;
import io.github.lambdalayer.solver.Outcome;
import io.github.lambdalayer.solver.Solver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds one wheel for each package that is needed. The same request and the same content of the index give the same
 * answer, in whatever order the index lists its files.
 *
 * <pre>{@code
 * PythonTarget target = PythonTarget.linux("3.13.0", "x86_64", 34);
 * Resolution resolution = new Resolver(index)
 *         .resolve(ResolveRequest.of(List.of(RootRequirement.ofPom("pandas==2.2.3")), target));
 * }</pre>
 */
public final class Resolver {

    /** The hardest real requirements that are known need some hundred; each may cost a request. */
    private static final int MOST_DECISIONS = 10_000;

    private final PackageIndex index;
    private final List<OtherRuntime> others;
    private final int mostDecisions;

    /** A resolver that looks packages up in this index. */
    public Resolver(PackageIndex index) {
        this(index, List.of());
    }

    /**
     * A resolver that looks packages up in this index.
     *
     * @param others what the user could choose instead of the request's target, best first; for hints alone
     */
    public Resolver(PackageIndex index, List<OtherRuntime> others) {
        this(index, others, MOST_DECISIONS);
    }

    Resolver(PackageIndex index, List<OtherRuntime> others, int mostDecisions) {
        this.index = index;
        this.others = List.copyOf(others);
        this.mostDecisions = mostDecisions;
    }

    /**
     * Resolves a request.
     *
     * @throws LayerException {@link ResolveProblem} with the derivation and what would work; or what the index throws
     */
    public Resolution resolve(ResolveRequest request) {
        refuseUrlsAsConstraints(request);
        TagRanks ranks = new TagRanks(request.target().tags());
        IndexUniverse universe = new IndexUniverse(index, new Rules(request), ranks);
        Outcome<PackageName, Release> outcome = Solver.solve(universe, mostDecisions);
        if (outcome instanceof Outcome.Solved<PackageName, Release> solved) {
            return new SolvedAnswer(universe, solved).resolution();
        }
        if (outcome instanceof Outcome.GivenUp<PackageName, Release> givenUp) {
            throw tooManyAttempts(universe, givenUp);
        }
        Outcome.Unsolvable<PackageName, Release> unsolvable = (Outcome.Unsolvable<PackageName, Release>) outcome;
        Explanation<PackageName> explanation = Explanation.of(unsolvable.proof(), universe.wording());
        throw new Failure(universe, explanation, new Hints(universe, new Relaxation(index, request, ranks), others))
                .exception();
    }

    /**
     * Every release of a package, highest first, as a request sees it: what is newer and would fit, and why the rest
     * does not. No metadata is asked for. Empty when no index knows the package.
     */
    public List<JudgedRelease> releases(ResolveRequest request, PackageName name) {
        Rules rules = new Rules(request);
        WheelChoice choice =
                new WheelChoice(rules, new TagRanks(request.target().tags()));
        Optional<ProjectPage> page = new DirectIndex(index, rules.wheels()).page(name);
        List<JudgedRelease> judged = new ArrayList<>();
        for (Release release : Listing.of(name, page, choice).releases()) {
            judged.add(new JudgedRelease(release.version(), release.wheel(), release.rejections()));
        }
        Collections.reverse(judged);
        return judged;
    }

    /** Where it is stuck, and what makes the search shorter. */
    private static LayerException tooManyAttempts(
            IndexUniverse universe, Outcome.GivenUp<PackageName, Release> givenUp) {
        List<String> hints = givenUp.conflicting().stream()
                .map(name -> universe.listing(name))
                .filter(listing -> !listing.usable().isEmpty())
                .map(listing -> "require a recent " + listing.name() + ", for example " + listing.name() + "=="
                        + listing.release(listing.usable().highest()).version()
                        + ": either it works then, or the reason is told")
                .limit(1)
                .toList();
        return new LayerException(
                ResolveProblem.TOO_MANY_ATTEMPTS,
                "Resolving was given up after " + givenUp.decisions() + " attempts; most conflicts were about "
                        + givenUp.conflicting().stream().map(PackageName::value).collect(Collectors.joining(", "))
                        + ".",
                hints,
                null);
    }

    /** Limits are about versions; who wants a file from an address asks for it. */
    private static void refuseUrlsAsConstraints(ResolveRequest request) {
        Problems problems = new Problems();
        request.constraints().stream()
                .filter(constraint -> constraint.url().isPresent())
                .map(constraint -> new LayerException(
                        ResolveProblem.URL_REQUIREMENT,
                        "The constraint " + SetText.written(constraint)
                                + " names an address, and constraints limit versions.",
                        "require it instead, or name it among <overrides>"))
                .forEach(problems::add);
        problems.throwIfAny();
    }
}
