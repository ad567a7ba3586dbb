package io.github.lambdalayer.maven;

import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which files of the project go into the zip, and where: own modules, resources, and the jars of a layer of Java. */
final class FileTreeReader {

    /** Programs that npm links for a shell; functions have no use for them. */
    private static final List<String> LINKS_OF_NPM = List.of("**/.bin/**");

    private final Parameters parameters;
    private final Problems problems;
    private final Path basedir;
    private final Supplier<List<Artifacts.Found>> dependencies;

    /** {@code dependencies} gives the jars for a layer of Java; it is asked only when they are needed. */
    FileTreeReader(
            Parameters parameters, Problems problems, Path basedir, Supplier<List<Artifacts.Found>> dependencies) {
        this.parameters = parameters;
        this.problems = problems;
        this.basedir = basedir;
        this.dependencies = dependencies;
    }

    /** Whether there is a file for a layer of this language; jars are resolved to tell this. */
    boolean holdAnything(Language language) {
        return !ofProject(language).isEmpty() || (language == Language.JAVA && !jars().isEmpty());
    }

    /** All of them; jars are copied into {@code output} first. */
    List<FileTree> read(Language language, Path output) {
        return withJars(ofProject(language), language, output);
    }

    private List<Artifacts.Found> jars() {
        List<Artifacts.Found> jars = problems.collect(dependencies);
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

    /** Those that are declared, or are where such files mostly are. */
    List<FileTree> ofProject(Language language) {
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
