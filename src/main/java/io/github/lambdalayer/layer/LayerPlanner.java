package io.github.lambdalayer.layer;

import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.zip.RawEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides what is in the layer, and where.
 *
 * <pre>{@code
 * LayerPlan plan = new LayerPlanner(Exclusions.NONE)
 *         .ownFiles(own)
 *         .wheels(SitePackages.FLAT, wheels)
 *         .plan();
 * }</pre>
 *
 * <p>The order in which wheels are given changes nothing. Where two files want one place, the project's own comes first,
 * then the one of the wheel whose file name sorts first.
 */
public final class LayerPlanner {

    private static final String NODEJS = "nodejs/";

    private record Placed(SitePackages site, WheelFile wheel) {}

    private static final Comparator<Placed> ORDER = Comparator.comparing(
                    (Placed p) -> p.wheel().filename().text())
            .thenComparing(p -> p.site().folder());

    private final Exclusions exclusions;
    private final Stripping stripping = new Stripping();
    private final List<OwnFiles> own = new ArrayList<>();
    private final List<Placed> wheels = new ArrayList<>();
    private CompiledModules compiled = CompiledModules.NONE;

    /** A planner that leaves some files out. */
    public LayerPlanner(Exclusions exclusions) {
        this.exclusions = exclusions;
    }

    /** Adds the project's files. */
    public LayerPlanner ownFiles(OwnFiles files) {
        own.add(files);
        return this;
    }

    /** Adds wheels whose packages go into this folder; once for each folder. */
    public LayerPlanner wheels(SitePackages site, List<WheelFile> files) {
        files.forEach(wheel -> wheels.add(new Placed(site, wheel)));
        return this;
    }

    /** Adds compiled modules for what is there otherwise. */
    public LayerPlanner compiled(CompiledModules modules) {
        compiled = modules;
        return this;
    }

    /** What the layer will hold. */
    public LayerPlan plan() {
        Savings savings = new Savings();
        Gathered gathered = new Gathered();
        own.forEach(files -> gather(files, gathered, savings));
        wheels.sort(ORDER);
        List<PlannedPackage> packages =
                wheels.stream().map(placed -> gather(placed, gathered, savings)).toList();
        return new LayerPlan(
                gathered.files(),
                gathered.collisions(),
                packages,
                wheels.stream().map(Placed::wheel).toList(),
                savings.bytes());
    }

    private void gather(OwnFiles files, Gathered gathered, Savings savings) {
        for (RawEntry entry : files.zip().entries()) {
            Optional<String> excludedBy = exclusions.by(withoutPython(entry.name()));
            excludedBy.ifPresent(by -> savings.add(by, entry.unzippedBytes()));
            if (!entry.isDirectory() && excludedBy.isEmpty()) {
                compiled.of(own(files, entry)).forEach(gathered::add);
            }
        }
    }

    private static LayerEntry own(OwnFiles files, RawEntry entry) {
        Content content = Content.Archived.own(files.zip(), entry);
        boolean ofNpm = entry.name().startsWith(NODEJS);
        boolean called = isCalled(entry.name()) || (ofNpm && isProgram(content));
        return new LayerEntry(
                entry.name(), called ? LayerEntry.EXECUTABLE : LayerEntry.FILE, ofNpm ? files.packed(entry) : content);
    }

    private PlannedPackage gather(Placed placed, Gathered gathered, Savings savings) {
        WheelFile wheel = placed.wheel();
        long bytes = 0;
        for (LayerEntry entry : new Spread(wheel, placed.site(), exclusions, stripping, compiled, savings).entries()) {
            bytes += gathered.add(entry) ? entry.content().unzippedBytes() : 0;
        }
        return new PlannedPackage(
                wheel.filename().name(),
                wheel.filename().version(),
                wheel.filename().text(),
                bytes);
    }

    private static String withoutPython(String path) {
        return path.startsWith("python/") ? path.substring("python/".length()) : path;
    }

    /** npm's packages bring programs that they call, at places of their own: what the first bytes tell is the same everywhere. */
    private static boolean isProgram(Content content) {
        byte[] start = content.start(4);
        boolean elf = start.length == 4 && start[0] == 0x7F && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
        return elf || content.isScript();
    }

    /**
     * Files of a checkout have no mode on every system, so the place decides: programs and Lambda extensions are called, and
     * all else is read.
     */
    private static boolean isCalled(String path) {
        return path.startsWith("bin/") || path.startsWith("extensions/") || path.startsWith("python/bin/");
    }
}
