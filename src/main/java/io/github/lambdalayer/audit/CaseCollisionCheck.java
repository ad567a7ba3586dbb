package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Paths that Linux tells apart, but a Mac or Windows does not: unpacked there, one of the files is lost. */
final class CaseCollisionCheck implements LayerCheck {

    @Override
    public String id() {
        return "case-collision";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<String, List<String>> byFoldedPath = new TreeMap<>();
        for (LayerEntry entry : layer.plan().entries()) {
            byFoldedPath
                    .computeIfAbsent(fold(entry.path()), path -> new ArrayList<>(1))
                    .add(entry.path());
        }
        return byFoldedPath.values().stream()
                .filter(paths -> paths.size() > 1)
                .map(paths -> warning(
                        String.join(" and ", paths) + " are one file on a Mac or on Windows.",
                        "unpack this layer on Linux only, or leave one of them out with <exclusions>"))
                .toList();
    }

    /** Nearly all paths are ASCII, for which lower case is all. */
    private static String fold(String path) {
        if (path.chars().allMatch(c -> c < 128)) {
            return path.toLowerCase(Locale.ROOT);
        }
        String upper = Normalizer.normalize(path, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        return upper.toLowerCase(Locale.ROOT);
    }
}
