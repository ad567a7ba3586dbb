package io.github.lambdalayer.build;

import io.github.lambdalayer.build.LayerResult.InstalledPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who requires what in a layer, as lines:
 *
 * <pre>
 * pandas 2.2.3
 * ├─ numpy 2.1.3
 * └─ python-dateutil 2.9.0.post0
 *    └─ six 1.16.0
 * </pre>
 *
 * A package that was shown with all that it requires is not shown so again: {@code numpy 2.1.3 (above)}.
 */
public final class DependencyTree {

    private final List<InstalledPackage> packages;
    private final Set<String> shown = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private DependencyTree(List<InstalledPackage> packages) {
        this.packages = packages;
    }

    /**
     * The lines of a layer.
     *
     * @param wanted the names that were asked for, which come first, in order; those that nobody requires follow
     */
    public static List<String> lines(LayerResult layer, List<String> wanted) {
        DependencyTree tree = new DependencyTree(layer.packages());
        wanted.stream()
                .distinct()
                .forEach(name -> layer.packages().stream()
                        .filter(each -> each.name().equals(name))
                        .forEach(tree::root));
        layer.packages().stream()
                .filter(each -> each.requiredBy().isEmpty() && !tree.shown.contains(each.name()))
                .forEach(tree::root);
        return List.copyOf(tree.lines);
    }

    private void root(InstalledPackage each) {
        add("", "", each);
    }

    /** {@code before} is what the lines below begin with, {@code branch} what this line has instead. */
    private void add(String before, String branch, InstalledPackage each) {
        List<InstalledPackage> required = packages.stream()
                .filter(other -> other.requiredBy().contains(each.name()))
                .toList();
        boolean again = !shown.add(each.name()) && !required.isEmpty();
        lines.add(branch + each.name() + " " + each.version() + (again ? " (above)" : ""));
        if (again) {
            return;
        }
        for (int i = 0; i < required.size(); i++) {
            boolean last = i == required.size() - 1;
            add(before + (last ? "   " : "│  "), before + (last ? "└─ " : "├─ "), required.get(i));
        }
    }
}
