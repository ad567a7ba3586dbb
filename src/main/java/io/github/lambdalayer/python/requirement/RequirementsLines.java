package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what a requirements file and those that it includes say, without understanding more than the includes. */
final class RequirementsLines {

    private final ProjectFolder project;
    private final EnvironmentVariables variables;
    private final Set<Path> seen = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    RequirementsLines(RequirementsPolicy policy) {
        this.project = new ProjectFolder(policy.base());
        this.variables = new EnvironmentVariables(policy.variables());
    }

    List<String> of(Path file) {
        include(ProjectFolder.real(file));
        return List.copyOf(lines);
    }

    private void include(Path file) {
        if (!seen.add(file)) {
            return;
        }
        String shown = project.shown(file);
        try {
            for (LogicalLine line : LogicalLine.of(RequirementsText.read(file, shown))) {
                add(line.text(), new LinePlace(shown, line.number()), file);
            }
        } catch (LayerException e) {
            lines.add(e.sentence());
        }
    }

    /** What is wrong with a line is told by who reads it in earnest. */
    private void add(String written, LinePlace place, Path file) {
        try {
            String text = variables.fillIn(written, place);
            lines.add(text);
            if (text.startsWith("-")) {
                for (OptionWords words : OptionWords.of(text, place)) {
                    if (words.option().use() == FileOption.Use.INCLUDE) {
                        include(project.resolve(file.resolveSibling(""), words.value(), place));
                    }
                }
            }
        } catch (LayerException e) {
            lines.add(written);
        }
    }
}
