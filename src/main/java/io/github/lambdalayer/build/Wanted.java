package io.github.lambdalayer.build;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.FileIndexes;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.Strategy;
import io.github.lambdalayer.python.version.PreReleases;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which packages a layer is to hold.
 *
 * @param requirements those of the pom, in order
 * @param files more of them, in files of the formats that Python's tools write
 * @param groups the dependency groups of those files that count
 * @param extras the extras of those files that count
 * @param constraints limits for packages that something else requires
 * @param overrides what takes the place of every other requirement for its package
 * @param excluded what is left out, with all that only it requires
 * @param uploadedPriorTo as it was written, "" where it is not given; the instant is part of the index's settings
 * @param together what each of the layers asks for that are resolved together, this one among them, in the order of the pom;
 *     none when it shares nothing
 * @param provided those of them that this layer leaves to others, with all that they require
 */
public record Wanted(
        List<Requirement> requirements,
        List<Path> files,
        List<ExtraName> groups,
        List<ExtraName> extras,
        List<Requirement> constraints,
        List<Requirement> overrides,
        Set<PackageName> excluded,
        PreReleases preReleases,
        Strategy strategy,
        String uploadedPriorTo,
        List<Wanted> together,
        List<Wanted> provided) {

    /** What a layer asks for that shares nothing with others. */
    public Wanted(
            List<Requirement> requirements,
            List<Path> files,
            List<ExtraName> groups,
            List<ExtraName> extras,
            List<Requirement> constraints,
            List<Requirement> overrides,
            Set<PackageName> excluded,
            PreReleases preReleases,
            Strategy strategy,
            String uploadedPriorTo) {
        this(
                requirements,
                files,
                groups,
                extras,
                constraints,
                overrides,
                excluded,
                preReleases,
                strategy,
                uploadedPriorTo,
                List.of(),
                List.of());
    }

    public Wanted {
        requirements = List.copyOf(requirements);
        files = List.copyOf(files);
        groups = List.copyOf(groups);
        extras = List.copyOf(extras);
        constraints = List.copyOf(constraints);
        overrides = List.copyOf(overrides);
        excluded = Set.copyOf(excluded);
        together = List.copyOf(together);
        provided = List.copyOf(provided);
    }

    /** These requirements, and nothing said about the rest. */
    public static Wanted of(List<Requirement> requirements) {
        return new Wanted(
                requirements,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                PreReleases.IF_NECESSARY,
                Strategy.HIGHEST,
                "");
    }

    /** The same in a project whose layers are resolved {@code together}, a part of which this one leaves to others. */
    public Wanted with(List<Wanted> all, List<Wanted> providedByOthers) {
        return with(requirements, all, providedByOthers);
    }

    private Wanted with(List<Requirement> ofThePom, List<Wanted> all, List<Wanted> providedByOthers) {
        return new Wanted(
                ofThePom,
                files,
                groups,
                extras,
                constraints,
                overrides,
                excluded,
                preReleases,
                strategy,
                uploadedPriorTo,
                all,
                providedByOthers);
    }

    /**
     * Where its requirements files say that packages come from, whether they may or not.
     *
     * @throws io.github.lambdalayer.problem.LayerException for what is wrong with them
     */
    public FileIndexes fileIndexes(Path basedir) {
        return RequirementsReading.indexes(files, basedir);
    }

    /** The same with other requirements of the pom. */
    public Wanted requiring(List<Requirement> others) {
        return with(others, together, provided);
    }

    /** What is resolved: for this layer, or for all that share with it. */
    List<Wanted> members() {
        return together.isEmpty() ? List.of(this) : together;
    }

    /** The files, extras and so on of all {@link #members}, each once. */
    <T> List<T> ofAll(Function<Wanted, List<T>> part) {
        return members().stream()
                .flatMap(each -> part.apply(each).stream())
                .distinct()
                .toList();
    }

    /** What no member wants; what only some exclude is chosen for the others. */
    Set<PackageName> excludedByAll() {
        Set<PackageName> all = new HashSet<>(members().get(0).excluded());
        members().forEach(each -> all.retainAll(each.excluded()));
        return all;
    }

    /** Whether nothing at all is asked for. */
    public boolean isEmpty() {
        return requirements.isEmpty() && files.isEmpty();
    }
}
