package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.ConflictMarker;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one requirements file and those that it includes; collects every fault before it throws. */
final class RequirementsReader {

    private static final int DEEPEST = 50;

    private final ProjectFolder project;
    private final EnvironmentVariables variables;
    private final IndexOptionReader indexes;
    private final Problems problems = new Problems();
    private final Set<Path> including = new LinkedHashSet<>();

    private final List<DeclaredRequirement> requirements = new ArrayList<>();
    private final List<DeclaredRequirement> constraints = new ArrayList<>();
    private final Set<FileOption> switches = new LinkedHashSet<>();

    RequirementsReader(RequirementsPolicy policy) {
        this.project = new ProjectFolder(policy.base());
        this.variables = new EnvironmentVariables(policy.variables());
        this.indexes = new IndexOptionReader(policy, project);
    }

    RequirementsFile read(Path file) {
        include(ProjectFolder.real(file), false);
        boolean hashed = new DigestRules(requirements, constraints, problems).check(switches);
        PinRules.check(requirements, problems);
        problems.throwIfAny();
        return new RequirementsFile(requirements, constraints, hashed, switches.contains(FileOption.PRE));
    }

    /** Where the files that were read say that packages come from. */
    FileIndexes indexes() {
        return indexes.found();
    }

    private void include(Path file, boolean constraint) {
        String shown = project.shown(file);
        including.add(file);
        for (LogicalLine line : LogicalLine.of(RequirementsText.read(file, shown))) {
            LinePlace place = new LinePlace(shown, line.number());
            try {
                read(line.text(), place, file, constraint);
            } catch (LayerException e) {
                problems.add(e);
            }
        }
        including.remove(file);
    }

    private void read(String written, LinePlace place, Path file, boolean constraint) {
        ConflictMarker.in(written).ifPresent(sentence -> {
            throw place.fault(RequirementsFileProblem.REQUIREMENTS_FILE_LINE, sentence, ConflictMarker.HINT);
        });
        String text = variables.fillIn(written, place);
        if (text.startsWith("-")) {
            OptionWords.of(text, place).forEach(option -> obey(option, place, file));
            return;
        }
        boolean secret = !text.equals(written);
        DeclaredRequirement found = new RequirementLine(place, project, secret).parse(text, folder(file));
        if (constraint) {
            requireConstraint(found.requirement(), place);
        }
        (constraint ? constraints : requirements).add(found);
    }

    private void obey(OptionWords words, LinePlace place, Path file) {
        FileOption option = words.option();
        switch (option.use()) {
            case INCLUDE -> include(included(words, place, file), option == FileOption.CONSTRAINT);
            case INDEX -> indexes.read(words, place, folder(file));
            case SWITCH -> switches.add(option);
            case WITHOUT_EFFECT -> {}
            case OF_REQUIREMENT ->
                throw place.fault(
                        RequirementsFileProblem.REQUIREMENTS_FILE_OPTION,
                        option.shown() + " stands behind a requirement, not on a line of its own.",
                        "write it at the end of the line of its requirement");
            case REFUSED ->
                throw place.fault(
                        RequirementsFileProblem.REQUIREMENTS_FILE_BUILD,
                        option.shown() + " " + option.because() + ".",
                        option.hints());
        }
    }

    private Path included(OptionWords words, LinePlace place, Path file) {
        if (words.value().contains("://")) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_OPTION,
                    words.option().shown() + " names an address, and only files are included.",
                    "download it into the project, which keeps it the same from day to day, and name that file");
        }
        Path target = project.resolve(folder(file), words.value(), place);
        requireEnd(target, place);
        if (!Files.exists(target)) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_UNREADABLE,
                    "there is no file " + project.shown(target) + ".",
                    "correct the path; it is seen from the file that names it");
        }
        return target;
    }

    private void requireEnd(Path target, LinePlace place) {
        if (including.contains(target)) {
            String way = Stream.concat(including.stream(), Stream.of(target))
                    .map(project::shown)
                    .collect(Collectors.joining(" -> "));
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_CYCLE,
                    "the files include each other: " + way + ".",
                    "take one of these lines out");
        }
        if (including.size() >= DEEPEST) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_CYCLE,
                    "the files include each other more than " + DEEPEST + " deep.",
                    "include " + project.shown(target) + " further up");
        }
    }

    // pip: constraints have versions only; an address or extras would ask for something.
    private static void requireConstraint(Requirement constraint, LinePlace place) {
        if (!constraint.extras().isEmpty() || constraint.url().isPresent()) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_LINE,
                    "a constraint has neither extras nor an address.",
                    "require it in a file that -r names");
        }
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }
}
