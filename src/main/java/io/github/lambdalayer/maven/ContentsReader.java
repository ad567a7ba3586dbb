package io.github.lambdalayer.maven;

import io.github.lambdalayer.audit.Audit;
import io.github.lambdalayer.build.Contents;
import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.Contents.Modules;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.SlimPreset;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what else the zip holds, and how it is laid out. */
final class ContentsReader {

    private static final String DEFAULT_SOURCES = "src/main/python";
    private static final String PYTHON = "python";

    private final Parameters parameters;
    private final Problems problems;
    private final Path basedir;
    private final boolean isSent;

    ContentsReader(Parameters parameters, Problems problems, Path basedir, boolean isSent) {
        this.isSent = isSent;
        this.parameters = parameters;
        this.problems = problems;
        this.basedir = basedir;
    }

    Contents read() {
        requirePython();
        Layout layout = problems.collect(() -> parameters.word("layout", Layout.values(), Layout.AUTO));
        return new Contents(
                layout == null ? Layout.AUTO : layout,
                ownFiles(),
                exclusions(),
                presets(),
                modules(),
                levels(),
                parameters.nonEmpty("bucket").isPresent() ? Long.MAX_VALUE : LambdaLimits.DIRECT_ZIPPED_BYTES,
                isSent);
    }

    private void requirePython() {
        parameters
                .nonEmpty("language")
                .filter(given -> !given.text().equals(PYTHON))
                .ifPresent(given -> problems.add(Words.bad(given, List.of(PYTHON))));
    }

    private Modules modules() {
        Bytecode bytecode = problems.collect(() -> parameters.word("bytecode", Bytecode.values(), Bytecode.NONE));
        return (bytecode == null ? Bytecode.NONE : bytecode).modules;
    }

    /** The words of the parameter {@code bytecode}. */
    private enum Bytecode {
        NONE(Modules.SOURCES),
        BESIDE(Modules.BESIDE),
        ONLY(Modules.ONLY);

        private final Modules modules;

        Bytecode(Modules modules) {
            this.modules = modules;
        }
    }

    private List<String> exclusions() {
        List<String> patterns = texts("exclusions", Separator.LINE_OR_BAR);
        problems.collect(() -> Exclusions.of(patterns));
        return patterns;
    }

    private List<SlimPreset> presets() {
        List<SlimPreset> presets = new ArrayList<>();
        for (String name : texts("slim", Separator.COMMA)) {
            SlimPreset preset = problems.collect(() -> SlimPreset.of(name));
            if (preset != null) {
                presets.add(preset);
            }
        }
        return presets;
    }

    private List<String> texts(String name, Separator separator) {
        return parameters.list(name, separator).stream().map(Given::text).toList();
    }

    private List<FileTree> ownFiles() {
        List<FileTree> folders = new ArrayList<>();
        List<Given> sources = parameters.list("sourceDirectory", Separator.COMMA);
        sources.forEach(each -> add(folders, each.place(), each.text(), PYTHON, List.of(), List.of()));
        if (sources.isEmpty() && Files.isDirectory(basedir.resolve(DEFAULT_SOURCES))) {
            add(folders, "<sourceDirectory>", DEFAULT_SOURCES, PYTHON, List.of(), List.of());
        }
        int number = 0;
        for (ParameterTree resource : parameters.parts("resources")) {
            number++;
            add(
                    folders,
                    "<directory> of <resource> " + number,
                    text(resource, "directory"),
                    text(resource, "targetPath"),
                    patterns(resource, "includes"),
                    patterns(resource, "excludes"));
        }
        return folders;
    }

    private void add(
            List<FileTree> folders,
            String place,
            String folder,
            String into,
            List<String> includes,
            List<String> excludes) {
        Path path = basedir.resolve(folder).normalize();
        if (folder.isEmpty() || !Files.isDirectory(path)) {
            problems.add(new LayerException(
                    PomProblem.BAD_PARAMETER,
                    place + " is \"" + folder + "\", which is not a folder; paths start at the pom's folder.",
                    "create it, or correct the path"));
        } else {
            folders.add(new FileTree(path, normal(into), includes, excludes));
        }
    }

    /** As paths in a zip are written: {@code bin} for {@code /bin}, {@code ./bin} and {@code bin/}. */
    private static String normal(String path) {
        return Stream.of(path.replace('\\', '/').split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
    }

    /** {@code <glibc>warn</glibc>}, {@code <finding>glibc=warn</finding>} or {@code glibc=warn,…}. */
    private Map<String, String> levels() {
        Map<String, String> levels = new LinkedHashMap<>();
        for (ParameterTree finding : parameters.parts("findings")) {
            if (finding.text().indexOf('=') < 0) {
                levels.put(finding.name(), finding.text());
            }
        }
        for (Given pair : parameters.list("findings", Separator.COMMA)) {
            int equals = pair.text().indexOf('=');
            if (equals > 0) {
                levels.put(
                        pair.text().substring(0, equals).strip(),
                        pair.text().substring(equals + 1).strip());
            } else if (parameters.parts("findings").isEmpty()) {
                problems.add(new LayerException(
                        PomProblem.BAD_PARAMETER,
                        pair.place() + " is \"" + pair.text() + "\"; it must be check=level, for example glibc=warn."));
            }
        }
        if (!levels.isEmpty()) {
            problems.collect(() -> Audit.with(levels)); // Before anything is fetched.
        }
        return levels;
    }

    private static String text(ParameterTree tree, String name) {
        return tree.child(name).map(ParameterTree::text).orElse("");
    }

    private static List<String> patterns(ParameterTree tree, String name) {
        return tree.child(name)
                .map(list -> list.children().isEmpty()
                        ? Separator.COMMA.split(list.text())
                        : list.children().stream().map(ParameterTree::text).toList())
                .orElse(List.of());
    }
}
