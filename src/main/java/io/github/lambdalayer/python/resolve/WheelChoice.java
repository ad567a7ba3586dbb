package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.target.TagMatch;
import io.github.lambdalayer.python.version.PreReleases;
import io.github.lambdalayer.python.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses among the wheels of one version: the best tag, then the higher build tag, then the file's name. */
final class WheelChoice {

    /** A wheel that fits, and how well. */
    private record Fitting(IndexFile file, int rank) {

        /** Wheels that were not taken back come first. */
        static final Comparator<Fitting> BEST_FIRST = Comparator.<Fitting, Boolean>comparing(
                        f -> f.file().yanked())
                .thenComparingInt(Fitting::rank)
                .thenComparing(f -> f.file().filename().build(), Comparator.reverseOrder())
                .thenComparing(f -> f.file().filename().text());
    }

    private final Rules rules;
    private final PythonTarget target;

    WheelChoice(Rules rules) {
        this.rules = rules;
        this.target = rules.request().target();
    }

    /**
     * The release that these files make.
     *
     * @param wheels in order
     * @param others names of source distributions
     */
    Release release(PackageName name, Version version, List<IndexFile> wheels, List<String> others) {
        Optional<Rejection> whole = rejectionOfAll(name, version);
        if (whole.isPresent()) {
            return Release.rejected(version, List.of(whole.get()));
        }
        if (wheels.isEmpty()) {
            return Release.rejected(version, List.of(new Rejection.NoWheel(others)));
        }
        List<Fitting> fitting = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (IndexFile wheel : wheels) {
            judge(wheel, rules.isPinned(name, version), fitting, rejections);
        }
        return fitting.stream()
                .min(Fitting.BEST_FIRST)
                .map(best -> Release.of(best.file()))
                .orElseGet(() -> Release.rejected(version, rejections));
    }

    private Optional<Rejection> rejectionOfAll(PackageName name, Version version) {
        Optional<Requirement> constraint = rules.excluding(name, version);
        if (constraint.isPresent()) {
            return Optional.of(new Rejection.Constrained(constraint.get()));
        }
        return version.isPreRelease() && rules.request().preReleases() == PreReleases.DISALLOW
                ? Optional.of(new Rejection.PreRelease())
                : Optional.empty();
    }

    /** By file name, since the order on a page means nothing. */
    static List<IndexFile> inOrder(List<IndexFile> wheels) {
        return wheels.stream()
                .sorted(Comparator.comparing(w -> w.filename().text()))
                .toList();
    }

    private void judge(IndexFile wheel, boolean pinned, List<Fitting> fitting, List<Rejection> rejections) {
        TagMatch match = target.tags().match(wheel.filename().tags());
        if (!(match instanceof TagMatch.Fits fits)) {
            rejections.add(new Rejection.WrongTag(wheel, match));
        } else if (!target.accepts(wheel.requiresPython())) {
            rejections.add(new Rejection.RequiresPython(
                    wheel, wheel.requiresPython(), target.pythonVersion().toString()));
        } else if (wheel.yanked() && !pinned) {
            rejections.add(new Rejection.Yanked(wheel));
        } else {
            fitting.add(new Fitting(wheel, fits.rank()));
        }
    }
}
