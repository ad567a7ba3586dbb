package io.github.lambdalayer.build;

import io.github.lambdalayer.audit.AuditedTarget;
import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which wheels go into which folder of the layer: one for all runtimes, or one for each. */
record Placement(Map<SitePackages, List<IndexFile>> folders) {

    /**
     * Where the wheels of a layer go.
     *
     * @throws LayerException with {@link BuildProblem#NOT_UNIVERSAL} when two architectures need different wheels
     */
    static Placement of(Layout layout, List<Selection> selections) {
        Map<String, Selection> byRuntime = new LinkedHashMap<>();
        for (Selection selection : selections) {
            Selection other = byRuntime.putIfAbsent(selection.target().runtime().python(), selection);
            if (other != null) {
                requireSame(other, selection);
            }
        }
        if (isFlat(layout, List.copyOf(byRuntime.values()))) {
            return new Placement(Map.of(SitePackages.FLAT, Selection.files(selections)));
        }
        Map<SitePackages, List<IndexFile>> folders = new LinkedHashMap<>();
        byRuntime.forEach((python, selection) -> folders.put(SitePackages.of(python), selection.files()));
        return new Placement(folders);
    }

    /** Plans a layer of these wheels, which are open. */
    LayerPlanner planner(Exclusions leftOut, OpenWheels wheels) {
        LayerPlanner planner = new LayerPlanner(leftOut);
        folders.forEach((site, files) -> planner.wheels(site, wheels.of(files)));
        return planner;
    }

    /** The targets of a layer, each with the wheels that are for it. */
    List<AuditedTarget> audited(List<LambdaTarget> targets, OpenWheels wheels) {
        return targets.stream().map(target -> audited(target, wheels)).toList();
    }

    private AuditedTarget audited(LambdaTarget target, OpenWheels wheels) {
        if (target.runtime().language() != Language.PYTHON) {
            return new AuditedTarget(target, SitePackages.FLAT, List.of());
        }
        SitePackages own = SitePackages.of(target.runtime().python());
        SitePackages site = folders.containsKey(own) ? own : SitePackages.FLAT;
        return new AuditedTarget(target, site, wheels.of(folders.getOrDefault(site, List.of())));
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
