package io.github.lambdalayer.interpreter;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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
     * @param environment the variables {@code PATH}, {@code HOME}, {@code PYENV_ROOT}, {@code UV_PYTHON_INSTALL_DIR} and
     *     {@code XDG_DATA_HOME} count
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
        return Stream.of(variable("PATH").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    private List<Path> ofPyenv(String version) {
        String root = variable("PYENV_ROOT");
        Path folder = root.isEmpty() ? home().resolve(".pyenv") : Path.of(root);
        return newestFirst(folder.resolve("versions"), version + ".*");
    }

    private List<Path> ofUv(String version) {
        String given = variable("UV_PYTHON_INSTALL_DIR");
        String data = variable("XDG_DATA_HOME");
        Path shared = data.isEmpty() ? home().resolve(".local/share") : Path.of(data);
        return newestFirst(given.isEmpty() ? shared.resolve("uv/python") : Path.of(given), "cpython-" + version + ".*");
    }

    private List<Path> ofHomebrew(String version) {
        return variable("PATH").isEmpty()
                ? List.of()
                : HOMEBREW.stream()
                        .map(prefix -> Path.of(prefix, "python@" + version, "bin"))
                        .toList();
    }

    /** The {@code bin} of each folder that matches, 3.13.10 before 3.13.9. */
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
        return found.stream().map(version -> version.resolve("bin")).toList();
    }

    private Path home() {
        String home = variable("HOME").isEmpty() ? variable("USERPROFILE") : variable("HOME");
        return Path.of(home.isEmpty() ? "no-home" : home);
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
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
