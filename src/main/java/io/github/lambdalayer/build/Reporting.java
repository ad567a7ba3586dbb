package io.github.lambdalayer.build;

import io.github.lambdalayer.layer.InstalledPackage;
import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.report.LayerPage;
import io.github.lambdalayer.report.ReportedLayer;
import io.github.lambdalayer.report.ReportedLayer.ReportedFinding;
import io.github.lambdalayer.report.ReportedLayer.ReportedPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what the page about layers shows, from their zips and their results. */
final class Reporting {

    private static final String OWN_FILES = "own files";

    private final List<ReportedLayer> layers = new ArrayList<>();

    /** Adds a layer that is built. */
    void add(LayerSpec spec, LayerResult result) {
        Path zip = spec.files().zip();
        try (LayerArchive archive = LayerArchive.open(zip)) {
            layers.add(new ReportedLayer(
                    spec.name().value(),
                    String.join(", ", spec.runtimes()) + " on " + String.join(" and ", spec.architectures()),
                    result.sha256(),
                    result.zippedBytes(),
                    result.unzippedBytes(),
                    packages(archive, result),
                    result.findings().stream()
                            .map(f -> new ReportedFinding(f.check(), f.level(), f.message(), f.hints()))
                            .toList(),
                    Differences.toThePageBefore(spec.files(), result)));
        } catch (IOException e) {
            throw ResultFiles.cannotRead(zip, e);
        }
    }

    /** The page as HTML. */
    String page() {
        return LayerPage.of(layers);
    }

    private static List<ReportedPackage> packages(LayerArchive archive, LayerResult result) {
        LayerPlan plan = archive.plan();
        Map<String, Map<String, Long>> folders = new TreeMap<>();
        for (LayerEntry entry : plan.entries()) {
            String origin =
                    entry.content().isOwn() ? OWN_FILES : entry.content().origin();
            folders.computeIfAbsent(origin, key -> new TreeMap<>())
                    .merge(folder(entry.path()), entry.content().unzippedBytes(), Long::sum);
        }
        List<ReportedPackage> packages = new ArrayList<>();
        for (InstalledPackage each : archive.packages()) {
            String name = each.metadata().name().value();
            String version = each.metadata().version().toString();
            Map<String, Long> own = folders.remove(name + " " + version);
            if (own != null) {
                packages.add(
                        new ReportedPackage(name, version, each.metadata().license(), requiredBy(name, result), own));
            }
        }
        folders.values().forEach(own -> packages.add(new ReportedPackage(OWN_FILES, "", "", List.of(), own)));
        return packages;
    }

    private static List<String> requiredBy(String name, LayerResult result) {
        return result.packages().stream()
                .filter(each -> each.name().equals(name))
                .flatMap(each -> each.requiredBy().stream())
                .distinct()
                .toList();
    }

    /** {@code pandas/_libs} of {@code python/pandas/_libs/lib.so}, for example. */
    private static String folder(String path) {
        int site = path.indexOf("/site-packages/");
        String inside = site >= 0
                ? path.substring(site + "/site-packages/".length())
                : path.startsWith("python/") ? path.substring("python/".length()) : path;
        int first = inside.indexOf('/');
        int second = first < 0 ? -1 : inside.indexOf('/', first + 1);
        return second >= 0 ? inside.substring(0, second) : first >= 0 ? inside.substring(0, first) : inside;
    }
}
