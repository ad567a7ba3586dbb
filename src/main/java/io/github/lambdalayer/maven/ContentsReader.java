package io.github.lambdalayer.maven;

import io.github.lambdalayer.audit.Audit;
import io.github.lambdalayer.build.Contents;
import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.Contents.Modules;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.SlimPreset;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what else the zip holds, and how it is laid out. */
final class ContentsReader {

    private final Parameters parameters;
    private final Problems problems;
    private final FileTreeReader files;
    private final boolean isSent;

    ContentsReader(
            Parameters parameters,
            Problems problems,
            Path basedir,
            Supplier<List<Artifacts.Found>> jars,
            boolean isSent) {
        this.parameters = parameters;
        this.problems = problems;
        this.files = new FileTreeReader(parameters, problems, basedir, jars);
        this.isSent = isSent;
    }

    /** Whether no own modules of Python and no other files are declared. */
    boolean isEmpty() {
        return files.ofProject(Language.PYTHON).isEmpty();
    }

    /** Whether there is a file for a layer of another language; jars are resolved to tell this. */
    boolean holdsAnything(Language language) {
        return files.holdAnything(language);
    }

    /** All of it; jars are copied into {@code output} first. */
    Contents read(Language language, Path output) {
        Layout layout = problems.collect(() -> parameters.word("layout", Layout.values(), Layout.AUTO));
        return new Contents(
                layout == null ? Layout.AUTO : layout,
                files.read(language, output),
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

    /** {@code <glibc>warn</glibc>}, {@code <finding>glibc=warn</finding>} or {@code glibc=warn,…}. */
    private Map<String, String> levels() {
        Map<String, String> levels = new LinkedHashMap<>();
        List<ParameterTree> parts = parameters.parts("findings");
        for (ParameterTree part : parts) {
            if (part.text().indexOf('=') < 0) {
                levels.put(part.name(), part.text());
            } else {
                addPair(levels, new Given(part.text(), "<" + part.name() + ">"));
            }
        }
        if (parts.isEmpty() || parameters.isOnCommandLine("findings")) {
            parameters.list("findings", Separator.COMMA).forEach(pair -> addPair(levels, pair));
        }
        if (!levels.isEmpty()) {
            problems.collect(() -> Audit.with(levels)); // Before anything is fetched.
        }
        return levels;
    }

    private void addPair(Map<String, String> levels, Given pair) {
        int equals = pair.text().indexOf('=');
        if (equals > 0) {
            levels.put(
                    pair.text().substring(0, equals).strip(),
                    pair.text().substring(equals + 1).strip());
        } else {
            problems.add(new LayerException(
                    PomProblem.BAD_PARAMETER,
                    pair.place() + " is \"" + pair.text() + "\"; it must be check=level, for example glibc=warn."));
        }
    }
}
