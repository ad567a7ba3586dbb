package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.Bytes;
import io.github.lambdalayer.problem.WordList;
import java.util.List;
import java.util.Set;

/** Files that some program left behind, and that nothing reads. */
final class LeftoversCheck implements LayerCheck {

    private static final int NAMED = 3;
    private static final Set<String> NAMES = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");
    private static final List<String> ENDINGS = List.of("~", ".orig", ".rej", ".swp", ".bak");
    private static final List<String> FOLDERS =
            List.of("/__MACOSX/", "/.git/", "/.svn/", "/.hg/", "/.idea/", "/.pytest_cache/");

    @Override
    public String id() {
        return "leftovers";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        List<LayerEntry> found = layer.plan().entries().stream()
                .filter(entry -> isLeftover(entry.path()) || isOfAnotherPython(entry.path(), layer))
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        long bytes = found.stream()
                .mapToLong(entry -> entry.content().unzippedBytes())
                .sum();
        List<String> paths = found.stream().map(LayerEntry::path).toList();
        return List.of(warning(
                "Nothing reads these files: " + WordList.first(NAMED, paths) + ", " + Bytes.shown(bytes)
                        + (found.size() == 1 ? "." : " together."),
                "leave them out with <exclusions>"));
    }

    /** {@code __pycache__/a.cpython-311.pyc}, which pip leaves when it runs with the Python at hand (PEP 3147). */
    private static boolean isOfAnotherPython(String path, AuditedLayer layer) {
        return path.endsWith(".pyc")
                && path.contains("/__pycache__/")
                && layer.targets().stream()
                        .filter(AuditedTarget::isPython)
                        .map(target -> target.target().runtime().pythonMinor())
                        .noneMatch(minor -> path.contains(".cpython-3" + minor + "."));
    }

    private static boolean isLeftover(String path) {
        String name = FileName.of(path).text();
        String rooted = "/" + path;
        return NAMES.contains(name)
                || ENDINGS.stream().anyMatch(name::endsWith)
                || FOLDERS.stream().anyMatch(rooted::contains);
    }
}
