package io.github.lambdalayer.audit;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.OwnFiles;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Layers for python3.13 on x86_64 to be audited; closes what it opened. */
final class AuditFixture implements Closeable {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Path folder;
    private final List<Closeable> open = new ArrayList<>();
    private final List<OwnFiles> own = new ArrayList<>();
    private String runtime = "python3.13";
    private Architecture architecture = Architecture.X86_64;
    private long zippedLimit = Long.MAX_VALUE;
    private Set<PackageName> answeredFor = Set.of();
    private SitePackages site = SitePackages.FLAT;
    private boolean isSent = true;

    AuditFixture(Path folder) {
        this.folder = folder;
    }

    AuditFixture runtime(String name) {
        runtime = name;
        return this;
    }

    AuditFixture architecture(Architecture value) {
        architecture = value;
        return this;
    }

    AuditFixture zippedLimit(long bytes) {
        zippedLimit = bytes;
        return this;
    }

    AuditFixture site(SitePackages value) {
        site = value;
        return this;
    }

    AuditFixture notSent() {
        isSent = false;
        return this;
    }

    AuditFixture answeredFor(String... names) {
        answeredFor = Set.of(names).stream().map(PackageName::of).collect(Collectors.toSet());
        return this;
    }

    /** A file of the project, for example {@code own("app/.env", "…")} for {@code python/app/.env}. */
    AuditFixture own(String path, String content) {
        try {
            Path source = folder.resolve("src" + own.size());
            Files.createDirectories(source.resolve(path).getParent());
            Files.writeString(source.resolve(path), content);
            OwnFiles files = OwnFiles.gather(List.of(FileTree.python(source)), folder.resolve("work"));
            open.add(files);
            own.add(files);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AuditedLayer layer(WheelBuilder... builders) {
        List<WheelFile> wheels = new ArrayList<>();
        for (WheelBuilder builder : builders) {
            wheels.add(WheelFile.verify(builder.in(folder), WheelFilename.parse(builder.filename())));
        }
        open.addAll(wheels);
        LayerPlanner planner = new LayerPlanner(Exclusions.NONE).wheels(site, wheels);
        own.forEach(planner::ownFiles);
        return layer(planner.plan(), wheels);
    }

    /** A layer of a plan that was made in some other way. */
    AuditedLayer layer(LayerPlan plan, List<WheelFile> wheels) {
        LambdaTarget target = LambdaTarget.of(LambdaRuntime.of(runtime), architecture);
        return new AuditedLayer(
                plan, List.of(new AuditedTarget(target, site, wheels)), zippedLimit, isSent, answeredFor, TODAY);
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }
}
