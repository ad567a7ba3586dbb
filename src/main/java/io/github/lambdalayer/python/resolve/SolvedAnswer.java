package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.ProjectStatus;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.solver.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the versions that the solver chose into wheels, edges and warnings. */
final class SolvedAnswer {

    private final IndexUniverse universe;
    private final Map<PackageName, Release> chosen;
    private final Map<PackageName, List<ExtraName>> extras = new HashMap<>();

    SolvedAnswer(IndexUniverse universe, Outcome.Solved<PackageName, Release> solved) {
        this.universe = universe;
        this.chosen = new TreeMap<>(solved.versions());
        solved.features()
                .forEach((name, features) -> extras.put(
                        name, features.stream().map(ExtraName::of).sorted().toList()));
    }

    Resolution resolution() {
        Map<PackageName, Set<PackageName>> dependencies = new HashMap<>();
        Map<PackageName, Set<PackageName>> requiredBy = new HashMap<>();
        chosen.forEach((name, release) -> {
            Set<PackageName> needed = dependencies(name, release);
            dependencies.put(name, needed);
            needed.forEach(other ->
                    requiredBy.computeIfAbsent(other, n -> new TreeSet<>()).add(name));
        });
        List<ResolvedPackage> packages = new ArrayList<>();
        chosen.forEach((name, release) -> {
            IndexFile wheel = release.wheel().orElseThrow();
            packages.add(new ResolvedPackage(
                    name,
                    wheel.filename().version(),
                    wheel,
                    universe.metadata(release),
                    List.copyOf(dependencies.getOrDefault(name, Set.of())),
                    List.copyOf(requiredBy.getOrDefault(name, Set.of()))));
        });
        return new Resolution(packages, warnings());
    }

    private Set<PackageName> dependencies(PackageName name, Release release) {
        List<Requirement> requiresDist = universe.metadata(release).requiresDist();
        Stream<Optional<ExtraName>> parts =
                Stream.concat(Stream.of(Optional.empty()), extras(name).stream().map(Optional::of));
        Set<PackageName> needed = new TreeSet<>();
        parts.flatMap(part -> universe.rules().needs(requiresDist, part).stream())
                .map(Requirement::name)
                .filter(other -> !other.equals(name))
                .forEach(needed::add);
        return needed;
    }

    private List<ExtraName> extras(PackageName name) {
        return extras.getOrDefault(name, List.of());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        chosen.forEach((name, release) -> {
            warnOfYanked(name, release, warnings);
            warnOfUnknownExtras(name, release, warnings);
            universe.listing(name).page().ifPresent(page -> warnOfProject(page, warnings));
        });
        return warnings;
    }

    private static void warnOfYanked(PackageName name, Release release, List<String> warnings) {
        IndexFile wheel = release.wheel().orElseThrow();
        if (wheel.yanked()) {
            String reason = Printable.name(wheel.yankedReason());
            warnings.add(name + " " + release.version() + " is yanked" + (reason.isEmpty() ? "." : ": " + reason));
        }
    }

    private void warnOfUnknownExtras(PackageName name, Release release, List<String> warnings) {
        CoreMetadata metadata = universe.metadata(release);
        for (ExtraName extra : extras(name)) {
            if (!metadata.providesExtra().contains(extra)
                    && universe.rules()
                            .needs(metadata.requiresDist(), Optional.of(extra))
                            .isEmpty()) {
                warnings.add(
                        name + " " + release.version() + " has no extra \"" + extra + "\"" + known(metadata) + ".");
            }
        }
    }

    private static String known(CoreMetadata metadata) {
        String names =
                metadata.providesExtra().stream().map(ExtraName::value).sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": it has " + names;
    }

    private static void warnOfProject(ProjectPage page, List<String> warnings) {
        ProjectStatus.Marker marker = page.status().marker();
        if (marker == ProjectStatus.Marker.DEPRECATED || marker == ProjectStatus.Marker.ARCHIVED) {
            String word = marker == ProjectStatus.Marker.DEPRECATED ? "deprecated" : "archived";
            String reason = Printable.name(page.status().reason());
            warnings.add(
                    page.name() + " is " + word + " on " + page.index() + (reason.isEmpty() ? "." : ": " + reason));
        }
        warnings.addAll(page.warnings());
    }
}
