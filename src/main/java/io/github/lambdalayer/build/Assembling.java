package io.github.lambdalayer.build;

import io.github.lambdalayer.audit.SeenLibraries;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.build.LayerResult.ToldPackage;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.LayerWriter;
import io.github.lambdalayer.layer.LayerZip;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.wheels.WheelStore;
import io.github.lambdalayer.python.lock.PylockWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The second step: fetches the wheels, plans the layer, checks the plan, and writes the zip and what tells of it. */
final class Assembling {

    private final WheelStore store;
    private final CountingTransfers transfers;
    private final Pythons pythons;
    private final BuildLog log;
    private final SeenLibraries seen = new SeenLibraries();

    Assembling(WheelStore store, CountingTransfers transfers, Pythons pythons, BuildLog log) {
        this.pythons = pythons;
        this.store = store;
        this.transfers = transfers;
        this.log = log;
    }

    /** Makes the zip of these wheels; {@code inputs} is kept beside it, to see later whether it is still right. */
    LayerResult assemble(LayerSpec spec, Requirements requirements, String inputs, Sharing sharing) {
        try (OpenWheels wheels = OpenWheels.of(sharing.kept(), store, seen)) {
            tellFetched(spec, wheels.files());
            NamedLock.fileOf(spec).ifPresent(wheels::requireSizesOf);
            LayerResult result = write(spec, requirements, inputs, sharing, wheels);
            log.wrote(result, spec.files().zip());
            return result;
        }
    }

    private void tellFetched(LayerSpec spec, List<IndexFile> files) {
        if (spec.isPython()) {
            int fetched = transfers.files(files);
            log.fetched(fetched, transfers.bytes(files), files.size() - fetched);
        }
    }

    private LayerResult write(
            LayerSpec spec, Requirements requirements, String inputs, Sharing sharing, OpenWheels wheels) {
        List<Selection> selections = sharing.kept();
        Placement placement = Placement.of(spec.contents().layout(), selections);
        LayerPlanner planner = placement.planner(spec.contents().leftOut(), wheels);
        try (Gathering own = Gathering.of(spec.contents().ownFiles(), spec.output())) {
            LayerPlan plan = new Compiling(pythons, log).plan(spec, own.into(planner));
            log.slimmed(plan.saved());
            log.widened(plan.widened());
            KnownZip known = KnownZip.of(spec, inputs, wheels.files());
            try (LayerWriter writer = LayerWriter.begin(plan, spec.files().zip(), known.sums())) {
                List<ToldFinding> findings = new Auditing(log, seen)
                        .audit(spec, plan, placement.audited(spec.targets(), wheels), sharing.provided());
                // Before the zip has its name: when it fails nothing is half written.
                Optional<String> lock = lock(spec, requirements, selections);
                List<ToldPackage> packages = ToldPackages.of(plan, selections);
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

    /** What was used, as a lock; wheels of this machine are named wherever they lie. */
    private static Optional<String> lock(LayerSpec spec, Requirements requirements, List<Selection> selections) {
        if (!spec.isPython()) {
            return Optional.empty();
        }
        List<Path> folders = Selection.files(selections).stream()
                .map(IndexFile::url)
                .filter(url -> "file".equals(url.getScheme()))
                .map(url -> Path.of(url).resolveSibling(""))
                .distinct()
                .toList();
        return Optional.of(PylockWriter.text(
                LockUpdate.asLock(spec, requirements, selections), spec.files().lock(), folders));
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
}
