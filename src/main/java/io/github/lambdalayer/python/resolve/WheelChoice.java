package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.target.TagMatch;
import io.github.lambdalayer.python.version.PreReleases;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses among the wheels of one version: the best tag, then the higher build tag, then the file's name. */
final class WheelChoice {

    private final Rules rules;
    private final PythonTarget target;
    private final TagRanks ranks;
    private final Comparator<IndexFile> bestFirst;

    /** What is told of Pythons is one object for all files of a page that say the same. */
    private final IdentityHashMap<Specifiers, Boolean> acceptsPython = new IdentityHashMap<>();

    WheelChoice(Rules rules, TagRanks ranks) {
        this.rules = rules;
        this.target = rules.request().target();
        this.ranks = ranks;
        this.bestFirst = Comparator.comparing(IndexFile::yanked)
                .thenComparingInt(ranks::rank)
                .thenComparing(wheel -> wheel.filename().build(), Comparator.reverseOrder())
                .thenComparing(wheel -> wheel.filename().text());
    }

    /**
     * The release that these files make, in whatever order the page lists them.
     *
     * @param others names of source distributions
     */
    Release release(PackageName name, Version version, List<IndexFile> wheels, List<String> others) {
        Optional<Rejection> whole = rejectionOfAll(name, version);
        if (whole.isPresent()) {
            return Release.rejected(version, () -> List.of(whole.get()));
        }
        if (wheels.isEmpty()) {
            return Release.rejected(
                    version,
                    () -> List.of(new Rejection.NoWheel(others.stream().sorted().toList())));
        }
        IndexFile best = best(wheels, rules.isPinned(name, version));
        return best == null ? Release.rejected(version, () -> rejections(wheels)) : Release.of(best);
    }

    private @Nullable IndexFile best(List<IndexFile> wheels, boolean pinned) {
        IndexFile best = null;
        for (IndexFile wheel : wheels) {
            if (fits(wheel, pinned) && (best == null || bestFirst.compare(wheel, best) < 0)) {
                best = wheel;
            }
        }
        return best;
    }

    private List<Rejection> rejections(List<IndexFile> wheels) {
        return wheels.stream()
                .sorted(Comparator.comparing(wheel -> wheel.filename().text()))
                .map(this::rejection)
                .toList();
    }

    private Optional<Rejection> rejectionOfAll(PackageName name, Version version) {
        Optional<Requirement> constraint = rules.excluding(name, version);
        if (constraint.isPresent()) {
            return Optional.of(new Rejection.Constrained(constraint.get()));
        }
        return version.isPreRelease()
                        && rules.request().preReleases() == PreReleases.DISALLOW
                        && !rules.wheels().has(name)
                ? Optional.of(new Rejection.PreRelease())
                : Optional.empty();
    }

    private boolean fits(IndexFile wheel, boolean pinned) {
        return ranks.fits(wheel)
                && acceptsPython.computeIfAbsent(wheel.requiresPython(), target::accepts)
                && (pinned || !wheel.yanked());
    }

    /** Why a wheel does not fit. */
    private Rejection rejection(IndexFile wheel) {
        TagMatch match = target.tags().match(wheel.filename().tags());
        if (!match.fits()) {
            return new Rejection.WrongTag(wheel, match);
        }
        return target.accepts(wheel.requiresPython())
                ? new Rejection.Yanked(wheel)
                : new Rejection.RequiresPython(
                        wheel, wheel.requiresPython(), target.pythonVersion().toString());
    }
}
