package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Wanted;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.Strategy;
import io.github.lambdalayer.python.version.PreReleases;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Reads which packages a layer is to hold. */
final class WantedReader {

    private final Parameters parameters;
    private final Problems problems;
    private final Path basedir;

    WantedReader(Parameters parameters, Problems problems, Path basedir) {
        this.parameters = parameters;
        this.problems = problems;
        this.basedir = basedir;
    }

    Wanted read() {
        return new Wanted(
                each("requirements", Separator.LINE_OR_BAR, Requirement::parse),
                each("requirementsFiles", Separator.COMMA, basedir::resolve),
                each("groups", Separator.COMMA, ExtraName::of),
                each("extras", Separator.COMMA, ExtraName::of),
                each("constraints", Separator.LINE_OR_BAR, Requirement::parse),
                each("overrides", Separator.LINE_OR_BAR, Requirement::parse),
                new HashSet<>(each("excludedPackages", Separator.COMMA, PackageName::of)),
                word("prereleases", PreReleases.values(), PreReleases.IF_NECESSARY),
                word("resolution", Strategy.values(), Strategy.HIGHEST),
                parameters.nonEmpty("uploadedPriorTo").map(Given::text).orElse(""));
    }

    private <T> List<T> each(String name, Separator separator, Function<String, T> parser) {
        return parameters.list(name, separator).stream()
                .map(given -> problems.collect(() -> given.as(parser)))
                .filter(Objects::nonNull)
                .toList();
    }

    private <E extends Enum<E>> E word(String name, E[] constants, E otherwise) {
        E word = problems.collect(() -> parameters.word(name, constants, otherwise));
        return word == null ? otherwise : word;
    }
}
