package io.github.lambdalayer.build;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.FileIndexes;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.Strategy;
import io.github.lambdalayer.python.version.PreReleases;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

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
 * @param together what other layers of the project ask for that are resolved with this one
 * @param provided the part of it that others hold, with all that it requires
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
        List<Requirement> together,
        List<Requirement> provided) {

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

    /** The same in a project whose other layers ask for {@code together}, a part of which is {@code provided} by them. */
    public Wanted with(List<Requirement> others, List<Requirement> providedByOthers) {
        return with(requirements, others, providedByOthers);
    }

    private Wanted with(List<Requirement> ofThePom, List<Requirement> others, List<Requirement> providedByOthers) {
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
                others,
                providedByOthers);
    }

    /**
     * Where its requirements files say that packages come from, whether they may or not.
     *
     * @throws io.github.lambdalayer.problem.LayerException for what is wrong with them
     */
    public FileIndexes fileIndexes(Path basedir) {
        return Requirements.indexes(files, basedir);
    }

    /** The same with other requirements of the pom. */
    public Wanted with(List<Requirement> others) {
        return with(others, together, provided);
    }

    /** Whether nothing at all is asked for. */
    public boolean isEmpty() {
        return requirements.isEmpty() && files.isEmpty();
    }
}
