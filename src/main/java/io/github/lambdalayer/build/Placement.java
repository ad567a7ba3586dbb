package io.github.lambdalayer.build;

import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which wheels go into which folder of the layer: one for all runtimes, or one for each. */
final class Placement {

    private Placement() {}

    /**
     * The wheels of each folder.
     *
     * @throws LayerException with {@link BuildProblem#NOT_UNIVERSAL} when two architectures need different wheels
     */
    static Map<SitePackages, List<IndexFile>> of(Layout layout, List<Selection> selections) {
        Map<String, Selection> byRuntime = new LinkedHashMap<>();
        for (Selection selection : selections) {
            Selection other = byRuntime.putIfAbsent(selection.target().runtime().python(), selection);
            if (other != null) {
                requireSame(other, selection);
            }
        }
        if (isFlat(layout, List.copyOf(byRuntime.values()))) {
            return Map.of(SitePackages.FLAT, distinct(selections));
        }
        Map<SitePackages, List<IndexFile>> placement = new LinkedHashMap<>();
        byRuntime.forEach((python, selection) -> placement.put(SitePackages.of(python), selection.files()));
        return placement;
    }

    /** Each wheel once, by digest, sorted by name. */
    static List<IndexFile> distinct(List<Selection> selections) {
        Map<String, IndexFile> byName = new TreeMap<>();
        for (Selection selection : selections) {
            selection.files().forEach(file -> byName.putIfAbsent(file.filename().text() + file.sha256(), file));
        }
        return List.copyOf(byName.values());
    }

    private static boolean isFlat(Layout layout, List<Selection> byRuntime) {
        return layout == Layout.FLAT
                || (layout == Layout.AUTO
                        && byRuntime.stream().map(Placement::digests).distinct().count() == 1);
    }

    private static List<String> digests(Selection selection) {
        return selection.files().stream().map(IndexFile::sha256).toList();
    }

    private static void requireSame(Selection one, Selection other) {
        List<String> differing = one.files().stream()
                .filter(file -> !digests(other).contains(file.sha256()))
                .map(file -> file.filename().text())
                .toList();
        if (!differing.isEmpty() || one.files().size() != other.files().size()) {
            throw new LayerException(
                    BuildProblem.NOT_UNIVERSAL,
                    "The layer cannot be for both architectures: "
                            + (differing.isEmpty()
                                    ? "they need different packages"
                                    : String.join(", ", differing) + " is for "
                                            + one.target().architecture() + " only")
                            + ".",
                    "leave out <universal>, so that each architecture has a layer of its own");
        }
    }
}
