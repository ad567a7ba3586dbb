package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.zip.RawEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The two folders of a wheel that mean something: dist-info, which each wheel has once, and {@code .data}, which few have.
 *
 * @param distInfo for example {@code demo-1.0.dist-info}
 * @param data for example {@code demo-1.0.data}; empty when there is none
 */
record WheelLayout(String distInfo, String data) {

    private static final String DIST_INFO = ".dist-info";
    private static final String DATA = ".data";
    private static final Set<String> KINDS = Set.of("purelib", "platlib", "data", "scripts", "headers");

    static WheelLayout of(List<RawEntry> entries, WheelFilename name) {
        Set<String> folders = entries.stream()
                .map(RawEntry::name)
                .filter(path -> path.indexOf('/') >= 0)
                .map(path -> path.substring(0, path.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
        WheelLayout layout = new WheelLayout(distInfo(folders, name), data(folders, name));
        entries.forEach(entry -> layout.check(entry, name));
        return layout;
    }

    private static String distInfo(Set<String> folders, WheelFilename name) {
        List<String> found = folders.stream().filter(f -> f.endsWith(DIST_INFO)).toList();
        if (found.size() != 1) {
            throw WheelFault.of(
                    WheelProblem.BAD_WHEEL,
                    name,
                    found.isEmpty()
                            ? "it has no dist-info folder."
                            : "it has more than one dist-info folder: " + String.join(", ", found) + ".");
        }
        if (!isOf(found.get(0), DIST_INFO, name)) {
            throw WheelFault.of(
                    WheelProblem.BAD_WHEEL,
                    name,
                    "its dist-info folder is " + found.get(0) + ", which is of another wheel.");
        }
        return found.get(0);
    }

    private static String data(Set<String> folders, WheelFilename name) {
        List<String> found = folders.stream().filter(f -> f.endsWith(DATA)).toList();
        for (String folder : found) {
            if (found.size() > 1 || !isOf(folder, DATA, name)) {
                throw WheelFault.of(
                        WheelProblem.BAD_WHEEL,
                        name,
                        "it has the folder " + folder + ", which belongs to another wheel.");
            }
        }
        return found.isEmpty() ? "" : found.get(0);
    }

    /** Name and version are compared as values: {@code My.Pkg-1.0.dist-info} is of {@code my_pkg-1.0-py3-none-any.whl}. */
    private static boolean isOf(String folder, String suffix, WheelFilename name) {
        String stem = folder.substring(0, folder.length() - suffix.length());
        int dash = stem.lastIndexOf('-');
        return dash > 0
                && isName(stem.substring(0, dash), name.name())
                && Version.tryParse(stem.substring(dash + 1))
                        .filter(name.version()::equals)
                        .isPresent();
    }

    private static boolean isName(String text, PackageName name) {
        try {
            return PackageName.of(text).equals(name);
        } catch (LayerException e) {
            return false;
        }
    }

    private void check(RawEntry entry, WheelFilename name) {
        Optional<DataPath> path = inData(entry.name());
        if (path.isEmpty() || entry.isDirectory()) {
            return;
        }
        if (!KINDS.contains(path.get().kind())) {
            throw WheelFault.of(
                    WheelProblem.BAD_WHEEL,
                    name,
                    "entry \"" + entry.name()
                            + "\" is for a place that installers do not know; they know data, headers,"
                            + " platlib, purelib and scripts.");
        }
        if (replacesInterpreter(path.get())) {
            throw WheelFault.of(
                    WheelProblem.BAD_WHEEL, name, "entry \"" + entry.name() + "\" would stand in for the interpreter.");
        }
    }

    /** Where an entry of the {@code .data} folder is to go; empty for any other entry. */
    Optional<DataPath> inData(String entry) {
        if (data.isEmpty() || !entry.startsWith(data + "/")) {
            return Optional.empty();
        }
        String path = entry.substring(data.length() + 1);
        int slash = path.indexOf('/');
        return Optional.of(
                slash < 0 ? new DataPath("", path) : new DataPath(path.substring(0, slash), path.substring(slash + 1)));
    }

    private static boolean replacesInterpreter(DataPath path) {
        String file = path.path().toLowerCase(Locale.ROOT);
        boolean script = path.kind().equals("scripts");
        if (path.kind().equals("data") && file.startsWith("bin/")) {
            script = true;
            file = file.substring("bin/".length());
        }
        return script && isInterpreter(file);
    }

    /** {@code python}, {@code python3}, {@code python3.13}, {@code pythonw.exe}. */
    private static boolean isInterpreter(String file) {
        String name = file.endsWith(".exe") ? file.substring(0, file.length() - 4) : file;
        return name.startsWith("python")
                && name.substring("python".length())
                        .chars()
                        .allMatch(c -> c == 'w' || c == '.' || (c >= '0' && c <= '9'));
    }
}
