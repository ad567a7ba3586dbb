package io.github.lambdalayer.build;

import io.github.lambdalayer.build.LayerResult.ToldPackage;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.PlannedPackage;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of the packages of a plan: each wheel once, though several runtimes may have it. */
final class ToldPackages {

    private ToldPackages() {}

    /** Each package with its digest, the bytes that it has in all folders, and the packages that ask for it. */
    static List<ToldPackage> of(LayerPlan plan, List<Selection> selections) {
        Map<String, Long> bytes = bytes(plan);
        Map<String, PlannedPackage> planned = new LinkedHashMap<>();
        plan.packages().forEach(each -> planned.putIfAbsent(each.wheel(), each));
        Map<String, String> digests = new HashMap<>();
        for (IndexFile file : Selection.files(selections)) {
            digests.put(file.filename().text(), file.sha256());
        }
        return planned.values().stream()
                .map(each -> new ToldPackage(
                        each.name().value(),
                        each.version().toString(),
                        each.wheel(),
                        digests.getOrDefault(each.wheel(), ""),
                        bytes.getOrDefault(each.wheel(), 0L),
                        requiredBy(each.name(), selections)))
                .toList();
    }

    /** What each wheel has in the layer, in unzipped bytes, by the wheel's name. */
    static Map<String, Long> bytes(LayerPlan plan) {
        Map<String, Long> bytes = new HashMap<>();
        plan.packages().forEach(each -> bytes.merge(each.wheel(), each.unzippedBytes(), Long::sum));
        return bytes;
    }

    private static List<String> requiredBy(PackageName name, List<Selection> selections) {
        return selections.stream()
                .flatMap(selection -> selection.requiredBy(name).stream())
                .distinct()
                .sorted()
                .map(PackageName::value)
                .toList();
    }
}
