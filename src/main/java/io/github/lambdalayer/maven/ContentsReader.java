package io.github.lambdalayer.maven;

import io.github.lambdalayer.audit.Audit;
import io.github.lambdalayer.build.Contents;
import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.Contents.Modules;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.lambda.Language;
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

    /** Programs that npm links for a shell; functions have no use for them. */
    private static final List<String> LINKS_OF_NPM = List.of("**/.bin/**");

    private final Parameters parameters;
    private final Problems problems;
    private final Path basedir;
    private final Artifacts artifacts;
    private final boolean isSent;

    ContentsReader(Parameters parameters, Problems problems, Path basedir, Artifacts artifacts, boolean isSent) {
        this.parameters = parameters;
        this.problems = problems;
        this.basedir = basedir;
        this.artifacts = artifacts;
        this.isSent = isSent;
    }

    /** Whether own modules of Python or other files are declared. */
    boolean isEmpty() {
        return ownFiles(Language.PYTHON).isEmpty();
    }

    /** Whether there is a file for a layer of another language; jars are resolved to tell this. */
    boolean holdsAnything(Language language) {
        return !ownFiles(language).isEmpty() || (language == Language.JAVA && !jars().isEmpty());
    }

    /** All of it; jars are copied into {@code output} first. */
    Contents read(Language language, Path output) {
        Layout layout = problems.collect(() -> parameters.word("layout", Layout.values(), Layout.AUTO));
        return new Contents(
                layout == null ? Layout.AUTO : layout,
                withJars(ownFiles(language), language, output),
                exclusions(),
                presets(),
                modules(),
                levels(),
                parameters.nonEmpty("bucket").isPresent() ? Long.MAX_VALUE : LambdaLimits.DIRECT_ZIPPED_BYTES,
                isSent);
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

    private List<Artifacts.Found> jars() {
        List<Artifacts.Found> jars = problems.collect(artifacts::jars);
        return jars == null ? List.of() : jars;
    }

    private List<FileTree> withJars(List<FileTree> others, Language language, Path output) {
        Map<String, Artifacts.Found> jars = new LinkedHashMap<>();
        for (Artifacts.Found jar : language == Language.JAVA ? jars() : List.<Artifacts.Found>of()) {
            String name = String.valueOf(jar.file().getFileName());
            Artifacts.Found same = jars.putIfAbsent(name, jar);
            if (same != null) {
                problems.add(new LayerException(
                        PomProblem.SHARED_FILE,
                        "The dependencies " + same.coordinates() + " and " + jar.coordinates()
                                + " would both be java/lib/" + name + ".",
                        "leave one of them out with an <exclusion>"));
            }
        }
        if (jars.isEmpty()) {
            return others;
        }
        Path folder = output.resolve("jars");
        Map<String, Path> files = new LinkedHashMap<>();
        jars.forEach((name, jar) -> files.put(name, jar.file()));
        Copies.into(folder, files);
        List<FileTree> all = new ArrayList<>(List.of(new FileTree(folder, language.folder(), List.of(), List.of())));
        all.addAll(others);
        return all;
    }

    private List<FileTree> ownFiles(Language language) {
        List<FileTree> folders = new ArrayList<>();
        List<String> excludes = language == Language.NODEJS ? LINKS_OF_NPM : List.of();
        List<Given> sources = parameters.list("sourceDirectory", Separator.COMMA);
        sources.forEach(each -> add(folders, each.place(), each.text(), language.folder(), List.of(), excludes));
        String other = otherSources(language);
        if (sources.isEmpty() && !other.isEmpty() && Files.isDirectory(basedir.resolve(other))) {
            add(folders, "<sourceDirectory>", other, language.folder(), List.of(), excludes);
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

    private static String otherSources(Language language) {
        return switch (language) {
            case PYTHON -> "src/main/python";
            case NODEJS -> "node_modules";
            case JAVA -> "";
        };
    }

    private void add(
            List<FileTree> folders,
            String place,
            String folder,
            String into,
            List<String> includes,
            List<String> excludes) {
        Path path =
                problems.collect(() -> new Given(folder, place).under(basedir).normalize());
        if (path == null) {
            return;
        }
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
