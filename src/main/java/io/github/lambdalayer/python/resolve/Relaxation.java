package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.solver.Cause;
import io.github.lambdalayer.solver.Outcome;
import io.github.lambdalayer.solver.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what would work by solving again, with one requirement of the user relaxed or left out at a time. */
final class Relaxation {

    private static final int MOST_HINTS = 3;
    private static final int MOST_ATTEMPTS = 6;
    private static final int MOST_DECISIONS = 1_000;

    private final PatientIndex index;
    private final ResolveRequest request;
    private final TagRanks ranks;

    Relaxation(PackageIndex index, ResolveRequest request, TagRanks ranks) {
        this.ranks = ranks;
        this.index = new PatientIndex(index);
        this.request = request;
    }

    /** What could be changed about the requirements among these facts. */
    List<String> whatWouldWork(List<Cause<PackageName>> facts) {
        List<RootRequirement> involved = request.requirements().stream()
                .filter(root -> facts.stream().anyMatch(fact -> asksFor(fact, root)))
                .limit(MOST_ATTEMPTS)
                .toList();
        List<String> hints =
                hints(involved.stream().filter(Relaxation::isNarrow).toList(), this::withAnyVersion);
        if (hints.isEmpty()) {
            hints = hints(
                    involved.stream()
                            .filter(root -> !root.requirement().extras().isEmpty())
                            .toList(),
                    this::withoutExtras);
        }
        return hints.isEmpty() && involved.size() > 1 ? hints(involved, this::without) : hints;
    }

    /** Whether it asks for less than every release. */
    private static boolean isNarrow(RootRequirement root) {
        return !root.requirement().specifiers().isAny()
                || root.requirement().url().isPresent();
    }

    private List<String> hints(List<RootRequirement> roots, Function<RootRequirement, Optional<String>> attempt) {
        List<String> hints = new ArrayList<>();
        for (int i = 0; i < roots.size() && hints.size() < MOST_HINTS; i++) {
            index.begin(roots.size() - i);
            attempt.apply(roots.get(i)).ifPresent(hints::add);
        }
        return hints;
    }

    private static boolean asksFor(Cause<PackageName> fact, RootRequirement root) {
        return fact instanceof Cause.Required<PackageName> required
                && required.root().by().equals(root.origin())
                && required.root().dependency().text().equals(SetText.written(root.requirement()));
    }

    private Optional<String> withAnyVersion(RootRequirement root) {
        Requirement requirement = root.requirement();
        String extras = requirement.extras().stream().map(ExtraName::value).collect(Collectors.joining(",", "[", "]"));
        String relaxed = requirement.name() + (requirement.extras().isEmpty() ? "" : extras);
        List<RootRequirement> requirements = new ArrayList<>(request.requirements());
        requirements.set(requirements.indexOf(root), new RootRequirement(Requirement.parse(relaxed), root.origin()));
        return solve(requirements)
                .map(solved -> version(solved, requirement.name()))
                .map(version -> requirement.name() + " " + version + " instead of " + SetText.written(requirement)
                        + " would fit the rest");
    }

    private Optional<String> withoutExtras(RootRequirement root) {
        Requirement requirement = root.requirement();
        Requirement plain = Requirement.of(requirement.name(), requirement.specifiers());
        List<RootRequirement> requirements = new ArrayList<>(request.requirements());
        requirements.set(requirements.indexOf(root), new RootRequirement(plain, root.origin()));
        return solve(requirements)
                .map(solved ->
                        SetText.written(plain) + " instead of " + SetText.written(requirement) + " would fit the rest");
    }

    private static Version version(Outcome.Solved<PackageName, Release> solved, PackageName name) {
        Release release = solved.versions().get(name);
        if (release == null) {
            throw new IllegalStateException(name + " is required, but not in " + solved);
        }
        return release.version();
    }

    private Optional<String> without(RootRequirement root) {
        List<RootRequirement> requirements = new ArrayList<>(request.requirements());
        requirements.remove(root);
        return solve(requirements)
                .map(solved -> "without " + SetText.written(root.requirement()) + " the rest can be resolved");
    }

    private Optional<Outcome.Solved<PackageName, Release>> solve(List<RootRequirement> requirements) {
        try {
            Outcome<PackageName, Release> outcome = Solver.solve(
                    new IndexUniverse(index, new Rules(request.withRequirements(requirements)), ranks), MOST_DECISIONS);
            return outcome instanceof Outcome.Solved<PackageName, Release> solved
                    ? Optional.of(solved)
                    : Optional.empty();
        } catch (LayerException | PatientIndex.OutOfPatience e) {
            return Optional.empty();
        }
    }
}
