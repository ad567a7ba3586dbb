package io.github.lambdalayer.build;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.Strategy;
import io.github.lambdalayer.python.version.PreReleases;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What a layer asks for, of which a test says only what matters to it. */
final class WantedBuilder {

    private List<Requirement> requirements;
    private List<Path> files;
    private List<ExtraName> groups;
    private List<ExtraName> extras;
    private List<Requirement> constraints;
    private List<Requirement> overrides;
    private Set<PackageName> excluded;
    private PreReleases preReleases;
    private Strategy strategy;
    private String uploadedPriorTo;

    private WantedBuilder(Wanted base) {
        requirements = base.requirements();
        files = base.files();
        groups = base.groups();
        extras = base.extras();
        constraints = base.constraints();
        overrides = base.overrides();
        excluded = base.excluded();
        preReleases = base.preReleases();
        strategy = base.strategy();
        uploadedPriorTo = base.uploadedPriorTo();
    }

    /** Begins with nothing. */
    static WantedBuilder wanted() {
        return new WantedBuilder(Wanted.of(List.of()));
    }

    /** Begins with what another layer asks for, but shares nothing. */
    static WantedBuilder like(Wanted base) {
        return new WantedBuilder(base);
    }

    WantedBuilder requirements(List<Requirement> these) {
        requirements = these;
        return this;
    }

    WantedBuilder files(Path... these) {
        files = List.of(these);
        return this;
    }

    WantedBuilder groups(List<ExtraName> these) {
        groups = these;
        return this;
    }

    WantedBuilder extras(List<ExtraName> these) {
        extras = these;
        return this;
    }

    WantedBuilder constraints(List<Requirement> these) {
        constraints = these;
        return this;
    }

    WantedBuilder overrides(List<Requirement> these) {
        overrides = these;
        return this;
    }

    WantedBuilder excluded(Set<PackageName> these) {
        excluded = these;
        return this;
    }

    WantedBuilder preReleases(PreReleases which) {
        preReleases = which;
        return this;
    }

    WantedBuilder strategy(Strategy which) {
        strategy = which;
        return this;
    }

    WantedBuilder uploadedPriorTo(String date) {
        uploadedPriorTo = date;
        return this;
    }

    Wanted build() {
        return new Wanted(
                requirements,
                files,
                groups,
                extras,
                constraints,
                overrides,
                excluded,
                preReleases,
                strategy,
                uploadedPriorTo);
    }
}
