package io.github.lambdalayer.interpreter;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for a CPython of one version: in Maven's toolchains, on the PATH, in the folders of pyenv and of uv, and where
 * Homebrew puts it.
 *
 * <pre>{@code
 * PythonSearch.of(System.getenv(), List.of()).find("3.13"); // Python 3.13.0 (/usr/bin/python3.13)
 * }</pre>
 */
public final class PythonSearch {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<String> HOMEBREW =
            List.of("/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt");
    private static final String QUESTION =
            "import os, sys; print(sys.implementation.name, '.'.join(map(str, sys.version_info[:3])), sys.platform, "
                    + "getattr(os, 'uname', lambda: 5 * ['-'])()[4])";

    private final Map<String, String> environment;
    private final List<Path> toolchains;

    private PythonSearch(Map<String, String> environment, List<Path> toolchains) {
        this.environment = Map.copyOf(environment);
        this.toolchains = List.copyOf(toolchains);
    }

    /**
     * A search.
     *
     * @param environment the variables {@code PATH}, {@code HOME}, {@code PYENV_ROOT}, {@code UV_PYTHON_INSTALL_DIR},
     *     {@code XDG_DATA_HOME} and {@code APPDATA} count
     * @param toolchains programs that are looked at first, or folders that have one in {@code bin}
     */
    public static PythonSearch of(Map<String, String> environment, List<Path> toolchains) {
        return new PythonSearch(environment, toolchains);
    }

    /**
     * The first that works; empty when there is none.
     *
     * @param version for example {@code 3.13}
     */
    public Optional<LocalPython> find(String version) {
        return candidates(version)
                .filter(Files::isExecutable)
                .map(PythonSearch::ask)
                .flatMap(Optional::stream)
                .filter(python -> python.fullVersion().startsWith(version + "."))
                .findFirst();
    }

    private Stream<Path> candidates(String version) {
        Stream<Path> folders = Stream.of(onPath(), ofPyenv(version), ofUv(version), ofHomebrew(version))
                .flatMap(List::stream);
        Stream<Path> programs = folders.flatMap(
                folder -> Stream.of("python" + version, "python3", "python.exe").map(folder::resolve));
        return Stream.concat(toolchains.stream().flatMap(path -> ofToolchain(path, version)), programs);
    }

    private static Stream<Path> ofToolchain(Path path, String version) {
        return Stream.of(
                        path,
                        path.resolve("bin/python" + version),
                        path.resolve("bin/python3"),
                        path.resolve("python.exe"))
                .filter(Files::isRegularFile);
    }

    private List<Path> onPath() {
        return Stream.of(text("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> path(folder).stream())
                .toList();
    }

    private List<Path> ofPyenv(String version) {
        Stream<Path> roots = variable("PYENV_ROOT")
                .map(Stream::of)
                .orElse(Stream.of(home().resolve(".pyenv"), home().resolve(".pyenv/pyenv-win")));
        return roots.flatMap(root -> newestFirst(root.resolve("versions"), version + ".*").stream())
                .toList();
    }

    private List<Path> ofUv(String version) {
        Path folder = variable("UV_PYTHON_INSTALL_DIR")
                .or(() -> variable("XDG_DATA_HOME").map(data -> data.resolve("uv/python")))
                .or(() -> variable("APPDATA").map(data -> data.resolve("uv/data/python")))
                .orElse(home().resolve(".local/share/uv/python"));
        return newestFirst(folder, "cpython-" + version + ".*");
    }

    private List<Path> ofHomebrew(String version) {
        return text("PATH").isEmpty()
                ? List.of()
                : HOMEBREW.stream()
                        .map(prefix -> Path.of(prefix, "python@" + version, "bin"))
                        .toList();
    }

    /** The {@code bin} of each folder that matches, and for Windows the folder itself; 3.13.10 before 3.13.9. */
    private static List<Path> newestFirst(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder, pattern)) {
                versions.forEach(found::add);
            } catch (IOException e) {
                return List.of(); // As if there were none.
            }
        }
        Comparator<Path> byLength =
                Comparator.comparingInt(path -> path.toString().length());
        found.sort(byLength.thenComparing(Comparator.naturalOrder()).reversed());
        return found.stream()
                .flatMap(version -> Stream.of(version.resolve("bin"), version))
                .toList();
    }

    private Path home() {
        return variable("HOME").or(() -> variable("USERPROFILE")).orElse(Path.of("no-home"));
    }

    private Optional<Path> variable(String name) {
        return path(text(name));
    }

    /** On Windows the case of a name counts for nothing, and {@code PATH} is mostly {@code Path}. */
    private String text(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> environment.entrySet().stream()
                        .filter(variable -> variable.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse("");
    }

    /** Empty also for what this system cannot have, such as a path in quotes on Windows: there is no Python in it. */
    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What a program says it is; empty for pyenv's shims of a version that is not there, and for other Pythons. */
    private static Optional<LocalPython> ask(Path program) {
        try {
            PythonProcess.Ended ended = PythonProcess.of(program).limit(LIMIT).run(List.of("-I", "-S", "-c", QUESTION));
            String[] words = ended.output().strip().split(" ", -1);
            return ended.status() == 0 && words.length == 4 && words[0].equals("cpython")
                    ? Optional.of(new LocalPython(program, words[1], words[2], words[3]))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
