package io.github.lambdalayer.build;

import io.github.lambdalayer.audit.AuditedTarget;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.build.LayerResult.ToldPackage;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.LayerWriter;
import io.github.lambdalayer.layer.LayerZip;
import io.github.lambdalayer.layer.PlannedPackage;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.wheels.WheelStore;
import io.github.lambdalayer.python.lock.PylockWriter;
import io.github.lambdalayer.python.name.PackageName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The second step: fetches the wheels, plans the layer, checks the plan, and writes the zip and what tells of it. */
final class Assembling {

    private final WheelStore store;
    private final CountingTransfers transfers;
    private final Pythons pythons;
    private final BuildLog log;

    Assembling(WheelStore store, CountingTransfers transfers, Pythons pythons, BuildLog log) {
        this.pythons = pythons;
        this.store = store;
        this.transfers = transfers;
        this.log = log;
    }

    /** Makes the zip of these wheels; {@code inputs} is kept beside it, to see later whether it is still right. */
    LayerResult assemble(LayerSpec spec, Requirements requirements, String inputs, Sharing sharing) {
        List<Selection> selections = sharing.kept();
        List<IndexFile> files = Placement.distinct(selections);
        try (OpenWheels wheels = new OpenWheels(files, store.fetchAll(files))) {
            int fetched = transfers.files(files);
            if (spec.isPython()) {
                log.fetched(fetched, transfers.bytes(files), files.size() - fetched);
            }
            NamedLock.fileOf(spec).ifPresent(wheels::requireSizesOf);
            LayerResult result = write(spec, requirements, inputs, sharing, wheels);
            log.wrote(result, spec.files().zip());
            return result;
        }
    }

    private LayerResult write(
            LayerSpec spec, Requirements requirements, String inputs, Sharing sharing, OpenWheels wheels) {
        List<Selection> selections = sharing.kept();
        Map<SitePackages, List<IndexFile>> placement =
                Placement.of(spec.contents().layout(), selections);
        LayerPlanner planner = planner(spec, placement, wheels);
        try (Gathering own = Gathering.of(spec.contents().ownFiles(), spec.output())) {
            LayerPlan plan = new Compiling(pythons, log).plan(spec, own.into(planner));
            log.slimmed(plan.saved());
            log.widened(plan.widened());
            KnownZip known = KnownZip.of(spec, inputs, Placement.distinct(selections));
            try (LayerWriter writer = LayerWriter.begin(plan, spec.files().zip(), known.sums())) {
                List<ToldFinding> findings =
                        new Auditing(log).audit(spec, plan, targets(spec, placement, wheels), sharing.provided());
                // Before the zip has its name: when it fails nothing is half written.
                Optional<String> lock =
                        spec.isPython() ? Optional.of(lock(spec, requirements, selections)) : Optional.empty();
                List<ToldPackage> packages = packages(plan, selections);
                LayerZip zip = writer.finish();
                known.note(zip.sums());
                LayerResult result = result(spec, inputs, zip, packages, findings);
                lock.ifPresent(text -> ResultFiles.write(spec.files().lock(), text));
                spec.files().write(result);
                return result;
            }
        } catch (IOException e) {
            throw ResultFiles.cannotWrite(spec.output(), e);
        }
    }

    /**
     * What each wheel would have in the layer, in unzipped bytes, by the wheel's name: as it comes, without what is left
     * out and before anything is compiled. Nothing is checked or written.
     */
    Map<String, Long> weigh(LayerSpec spec, List<Selection> selections) {
        List<IndexFile> files = Placement.distinct(selections);
        Map<String, Long> bytes = new HashMap<>();
        try (OpenWheels wheels = new OpenWheels(files, store.fetchAll(files))) {
            planner(spec, Placement.of(spec.contents().layout(), selections), wheels)
                    .plan()
                    .packages()
                    .forEach(each -> bytes.merge(each.wheel(), each.unzippedBytes(), Long::sum));
        }
        return bytes;
    }

    private static LayerPlanner planner(
            LayerSpec spec, Map<SitePackages, List<IndexFile>> placement, OpenWheels wheels) {
        LayerPlanner planner = new LayerPlanner(spec.contents().leftOut());
        placement.forEach((site, files) ->
                planner.wheels(site, files.stream().map(wheels::of).toList()));
        return planner;
    }

    /** What was used, as a lock; wheels of this machine are named wherever they lie. */
    private static String lock(LayerSpec spec, Requirements requirements, List<Selection> selections) {
        List<Path> folders = Placement.distinct(selections).stream()
                .map(IndexFile::url)
                .filter(url -> "file".equals(url.getScheme()))
                .map(url -> Path.of(url).resolveSibling(""))
                .distinct()
                .toList();
        return PylockWriter.text(
                LockUpdate.asLock(spec, requirements, selections), spec.files().lock(), folders);
    }

    private static List<AuditedTarget> targets(
            LayerSpec spec, Map<SitePackages, List<IndexFile>> placement, OpenWheels wheels) {
        return spec.targets().stream()
                .map(target -> {
                    if (!spec.isPython()) {
                        return new AuditedTarget(target, SitePackages.FLAT, List.of());
                    }
                    SitePackages own = SitePackages.of(target.runtime().python());
                    SitePackages site = placement.containsKey(own) ? own : SitePackages.FLAT;
                    return new AuditedTarget(
                            target,
                            site,
                            placement.getOrDefault(site, List.of()).stream()
                                    .map(wheels::of)
                                    .toList());
                })
                .toList();
    }

    private static LayerResult result(
            LayerSpec spec, String inputs, LayerZip zip, List<ToldPackage> packages, List<ToldFinding> findings) {
        return new LayerResult(
                spec.name().value(),
                spec.files().zip().getFileName().toString(),
                inputs,
                zip.sha256(),
                zip.codeSha256(),
                zip.zippedBytes(),
                zip.unzippedBytes(),
                spec.runtimes(),
                spec.architectures(),
                packages,
                findings,
                List.of(),
                List.of());
    }

    /** Each wheel once, though several runtimes may have it, with the bytes of all of them. */
    private static List<ToldPackage> packages(LayerPlan plan, List<Selection> selections) {
        Map<String, Long> bytes = new HashMap<>();
        Map<String, PlannedPackage> planned = new LinkedHashMap<>();
        for (PlannedPackage each : plan.packages()) {
            bytes.merge(each.wheel(), each.unzippedBytes(), Long::sum);
            planned.putIfAbsent(each.wheel(), each);
        }
        Map<String, String> digests = new HashMap<>();
        Placement.distinct(selections)
                .forEach(file -> digests.put(file.filename().text(), file.sha256()));
        List<ToldPackage> packages = new ArrayList<>();
        planned.forEach((wheel, each) -> packages.add(new ToldPackage(
                each.name().value(),
                each.version().toString(),
                wheel,
                digests.getOrDefault(wheel, ""),
                bytes.getOrDefault(wheel, 0L),
                requiredBy(each.name(), selections))));
        return packages;
    }

    private static List<String> requiredBy(PackageName name, List<Selection> selections) {
        Map<PackageName, Boolean> names = new TreeMap<>();
        selections.forEach(selection -> selection.requiredBy(name).forEach(by -> names.put(by, true)));
        return names.keySet().stream().map(PackageName::value).toList();
    }
}
