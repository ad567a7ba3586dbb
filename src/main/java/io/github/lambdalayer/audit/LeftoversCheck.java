package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.WordList;
import java.util.List;
import java.util.Set;

/** Files that some program left behind, and that nothing reads. */
final class LeftoversCheck implements LayerCheck {

    private static final int NAMED = 3;
    private static final Set<String> NAMES = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");
    private static final List<String> ENDINGS = List.of("~", ".orig", ".rej", ".swp", ".bak");
    private static final List<String> FOLDERS =
            List.of("__MACOSX/", ".git/", ".svn/", ".hg/", ".idea/", ".pytest_cache/");

    @Override
    public String id() {
        return "leftovers";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        List<String> found = layer.plan().entries().stream()
                .map(LayerEntry::path)
                .filter(LeftoversCheck::isLeftover)
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        return List.of(warning(
                "Nothing reads these files: " + WordList.first(NAMED, found) + ".",
                "leave them out with <exclusions>"));
    }

    private static boolean isLeftover(String path) {
        String name = FileName.of(path).text();
        return NAMES.contains(name)
                || ENDINGS.stream().anyMatch(name::endsWith)
                || FOLDERS.stream().anyMatch(folder -> ("/" + path).contains("/" + folder));
    }
}
