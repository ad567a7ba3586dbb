package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Wanted;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.PinRules;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.Strategy;
import io.github.lambdalayer.python.version.PreReleases;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Reads which packages a layer is to hold. */
final class WantedReader {

    private static final List<String> FILES = List.of(".txt", ".toml", ".lock");

    private final Parameters parameters;
    private final Problems problems;
    private final Path basedir;

    WantedReader(Parameters parameters, Problems problems, Path basedir) {
        this.parameters = parameters;
        this.problems = problems;
        this.basedir = basedir;
    }

    /** What a layer of this language asks for: nothing, unless it is Python. */
    Wanted read(Language language) {
        if (language != Language.PYTHON) {
            refuse(language, "requirements", Separator.LINE_OR_BAR);
            refuse(language, "requirementsFiles", Separator.COMMA);
            refuse(language, "providedBy", Separator.COMMA);
            return Wanted.of(List.of());
        }
        return new Wanted(
                requirements(),
                each("requirementsFiles", Separator.COMMA, given -> given.under(basedir)),
                parsed("groups", Separator.COMMA, ExtraName::of),
                parsed("extras", Separator.COMMA, ExtraName::of),
                each("constraints", Separator.LINE_OR_BAR, this::limit),
                each("overrides", Separator.LINE_OR_BAR, this::limit),
                new HashSet<>(parsed("excludedPackages", Separator.COMMA, PackageName::of)),
                word("prereleases", PreReleases.values(), PreReleases.IF_NECESSARY),
                word("resolution", Strategy.values(), Strategy.HIGHEST),
                parameters.nonEmpty("uploadedPriorTo").map(Given::text).orElse(""));
    }

    private List<Requirement> requirements() {
        List<DeclaredRequirement> declared = each(
                "requirements",
                Separator.LINE_OR_BAR,
                given -> new DeclaredRequirement(
                        requirement(given, "name it in <requirementsFiles>"), given.place(), Set.of()));
        PinRules.check(declared, problems);
        return declared.stream().map(DeclaredRequirement::requirement).toList();
    }

    private Requirement limit(Given given) {
        return requirement(given, "name it in a file of <requirementsFiles>, with -c before it");
    }

    /**
     * One requirement; a pom's lines are wrapped, and PEP 508 knows no line breaks. {@code requirements.txt} would do as
     * the name of a package, which anybody could publish.
     */
    private Requirement requirement(Given given, String hint) {
        if (FILES.stream().anyMatch(given.text()::endsWith)) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    given.place() + " is \"" + Printable.name(given.text()) + "\", which is a file and no requirement.",
                    hint);
        }
        return SeveralInOne.read(given.onOneLine(), text -> Requirement.parse(text, basedir));
    }

    private void refuse(Language language, String parameter, Separator separator) {
        if (!parameters.list(parameter, separator).isEmpty()) {
            problems.add(new LayerException(
                    PomProblem.BAD_PARAMETER,
                    "<" + parameter + "> is for layers of python, and this is one of " + language + ".",
                    "leave it out, or empty where it stands outside of <layers>: <" + parameter + "/>"));
        }
    }

    private <T> List<T> parsed(String name, Separator separator, Function<String, T> parser) {
        return each(name, separator, given -> given.as(parser));
    }

    private <T> List<T> each(String name, Separator separator, Function<Given, T> reader) {
        return parameters.list(name, separator).stream()
                .map(given -> problems.collect(() -> reader.apply(given)))
                .filter(Objects::nonNull)
                .toList();
    }

    private <E extends Enum<E>> E word(String name, E[] constants, E otherwise) {
        E word = problems.collect(() -> parameters.word(name, constants, otherwise));
        return word == null ? otherwise : word;
    }
}
