package io.github.lambdalayer.explain;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.resolve.JudgedRelease;
import io.github.lambdalayer.python.resolve.Rejection;
import io.github.lambdalayer.python.resolve.ResolveRequest;
import io.github.lambdalayer.python.resolve.Resolver;
import io.github.lambdalayer.python.target.TagMatch;
import io.github.lambdalayer.python.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The releases of one package as a target sees them, and those that are too new for the settings. */
final class Releases {

    private static final int MOST_WHEELS = 5;

    private static final List<Class<?>> FROM_NEAR_TO_FAR = List.of(
            TagMatch.NewerGlibc.class,
            TagMatch.OtherAbi.class,
            TagMatch.OtherPython.class,
            TagMatch.OtherMachine.class,
            TagMatch.OtherPlatform.class);

    private final PackageName name;
    private final Places places;
    private final List<JudgedRelease> judged;

    Releases(PackageName name, Places places, ResolveRequest request) {
        this.name = name;
        this.places = places;
        this.judged = new Resolver(places.allowed()).releases(request, name);
    }

    /** Highest first. */
    List<JudgedRelease> judged() {
        return judged;
    }

    Optional<JudgedRelease> find(Version version) {
        return judged.stream()
                .filter(release -> release.version().equals(version))
                .findFirst();
    }

    /** Every version that there is, whenever it was uploaded, highest first. */
    List<Version> all() {
        return files(places.all()).stream()
                .map(file -> file.filename().version())
                .distinct()
                .sorted((a, b) -> b.compareTo(a))
                .toList();
    }

    /** Why a release that is known cannot be used, in clauses: first in short, then its wheels, the nearest first. */
    List<String> against(JudgedRelease release) {
        List<String> wheels = release.rejections().stream()
                .sorted(Comparator.comparingInt(Releases::distance))
                .flatMap(rejection -> wheel(rejection).stream())
                .toList();
        List<String> clauses = new ArrayList<>(List.of(release.because()));
        if (wheels.size() > 1) {
            wheels.stream().limit(MOST_WHEELS).forEach(clauses::add);
        }
        int untold = wheels.size() - MOST_WHEELS;
        if (untold > 0) {
            clauses.add("and " + untold + " more that " + (untold == 1 ? "does" : "do") + " not fit");
        }
        return clauses;
    }

    private static Optional<String> wheel(Rejection rejection) {
        if (rejection instanceof Rejection.WrongTag wrong) {
            return Optional.of(wrong.file() + ": " + wrong.because());
        }
        if (rejection instanceof Rejection.RequiresPython python) {
            return Optional.of(python.file() + ": " + python.because());
        }
        return rejection instanceof Rejection.Yanked yanked
                ? Optional.of(yanked.file() + ": " + yanked.because())
                : Optional.empty();
    }

    private static int distance(Rejection rejection) {
        return rejection instanceof Rejection.WrongTag wrong
                ? 1 + FROM_NEAR_TO_FAR.indexOf(wrong.match().getClass())
                : 0;
    }

    /** Why a version is not among the releases at all. */
    String whyUnknown(Version version) {
        Optional<Instant> uploaded = files(places.all()).stream()
                .filter(file -> file.filename().version().equals(version))
                .flatMap(file -> file.uploadTime().stream())
                .min(Instant::compareTo);
        if (uploaded.isPresent() && !places.uploadedPriorTo().isEmpty()) {
            return tooNew(uploaded.get());
        }
        List<Version> all = all();
        if (all.isEmpty()) {
            return nowhere();
        }
        return "there is no release " + version + " of " + name + "; its releases go from " + all.get(all.size() - 1)
                + " to " + all.get(0);
    }

    String tooNew(Instant uploaded) {
        return "it was uploaded at " + uploaded + ", and <uploadedPriorTo> is " + places.uploadedPriorTo();
    }

    /** The sentence that no index knows the package. */
    String nowhere() {
        return "there is no wheel of " + name + " on " + places.all().shownPlaces(name);
    }

    /** A wheel by its name, whenever it was uploaded. */
    Optional<IndexFile> wheel(String filename) {
        return files(places.all()).stream()
                .filter(file -> file.toString().equals(filename))
                .findFirst();
    }

    /** Whether a wheel is old enough. */
    boolean isAllowed(IndexFile file) {
        return files(places.allowed()).stream()
                .anyMatch(other -> other.toString().equals(file.toString()));
    }

    private List<IndexFile> files(PackageIndex index) {
        return index.page(name).map(page -> page.wheels()).orElse(List.of());
    }
}
