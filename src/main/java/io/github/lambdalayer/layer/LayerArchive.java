package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.RecordRow;
import io.github.lambdalayer.python.wheel.WheelTags;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A layer that is a zip already, as a plan that can be checked; its packages are known by their dist-info folders.
 *
 * <pre>{@code
 * try (LayerArchive layer = LayerArchive.open(Path.of("target/lambda-layer/data.zip"))) {
 *     layer.plan().unzippedBytes();
 * }
 * }</pre>
 */
public final class LayerArchive implements Closeable {

    private static final String METADATA = ".dist-info/METADATA";
    private static final long MAX_TEXT_BYTES = 16L << 20;

    private final RawZip zip;
    private final List<InstalledPackage> packages;
    private final Map<String, Content.Archived> known = new HashMap<>();

    private LayerArchive(RawZip zip) throws IOException {
        this.zip = zip;
        this.packages = readPackages();
    }

    /**
     * Opens a zip and reads what packages are in it.
     *
     * @throws LayerException {@link LayerProblem#UNREADABLE_LAYER}, or with a {@link io.github.lambdalayer.zip.ZipProblem}
     */
    public static LayerArchive open(Path file) {
        try {
            ByteSource source = ByteSource.file(file);
            try {
                return new LayerArchive(RawZip.readForeign(source, ZipLimits.WHEEL));
            } catch (LayerException | IOException e) {
                source.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LayerException(
                    LayerProblem.UNREADABLE_LAYER,
                    file + " cannot be read: " + IoReason.of(e) + ".",
                    List.of("build the layer first, or name another zip"),
                    e);
        }
    }

    /** What another package has in itself, as setuptools has in its {@code _vendor}, is a part of that one. */
    private List<InstalledPackage> readPackages() throws IOException {
        List<RawEntry> outerFirst = zip.entries().stream()
                .filter(entry -> entry.name().endsWith(METADATA) && siteEnd(entry) > 0)
                .sorted(Comparator.comparingInt(LayerArchive::siteEnd))
                .toList();
        Map<String, InstalledPackage> found = new HashMap<>();
        for (RawEntry entry : outerFirst) {
            Optional<InstalledPackage> installed =
                    known.containsKey(entry.name()) ? Optional.empty() : readPackage(entry);
            if (installed.isPresent()) {
                found.put(entry.name(), installed.get());
                readRecord(installed.get());
            }
        }
        return zip.entries().stream()
                .flatMap(entry -> Optional.ofNullable(found.get(entry.name())).stream())
                .toList();
    }

    private Optional<InstalledPackage> readPackage(RawEntry entry) throws IOException {
        SitePackages site = new SitePackages(entry.name().substring(0, siteEnd(entry)));
        String distInfo =
                entry.name().substring(siteEnd(entry) + 1, entry.name().lastIndexOf('/'));
        Set<Tag> tags = tags(site, distInfo);
        return metadata(entry).map(metadata -> new InstalledPackage(site, distInfo, metadata, tags));
    }

    /** Where the folder ends that a dist-info is in. */
    private static int siteEnd(RawEntry entry) {
        return entry.name().lastIndexOf('/', entry.name().length() - METADATA.length());
    }

    /** Nothing where it cannot be read: the layer of somebody else is checked as far as it can be. */
    private Optional<CoreMetadata> metadata(RawEntry entry) throws IOException {
        try {
            return isText(entry) ? Optional.of(CoreMetadata.parse(zip.content(entry), entry.name())) : Optional.empty();
        } catch (LayerException e) {
            return Optional.empty();
        }
    }

    private Set<Tag> tags(SitePackages site, String distInfo) throws IOException {
        RawEntry wheel = zip.entry(site.resolve(distInfo + "/WHEEL")).orElse(null);
        try {
            return wheel != null && isText(wheel) ? WheelTags.of(zip.content(wheel)) : Set.of();
        } catch (LayerException e) {
            return Set.of();
        }
    }

    private List<RecordRow> rows(RawEntry record) throws IOException {
        try {
            return isText(record) ? RecordRow.parse(zip.content(record), record.name()) : List.of();
        } catch (LayerException e) {
            return List.of();
        }
    }

    private void readRecord(InstalledPackage installed) throws IOException {
        RawEntry record = zip.entry(installed.site().resolve(installed.distInfo() + "/RECORD"))
                .orElse(null);
        if (record == null) {
            return;
        }
        String origin = installed.text();
        for (RecordRow row : rows(record)) {
            String path = installed.site().absolute(row.path());
            zip.entry(path).ifPresent(entry -> known.put(path, new Content.Archived(zip, entry, origin, row.digest())));
        }
    }

    private static boolean isText(RawEntry entry) {
        return entry.unzippedBytes() <= MAX_TEXT_BYTES;
    }

    /** The packages in the zip, in the order of its entries. */
    public List<InstalledPackage> packages() {
        return packages;
    }

    /** What is in the zip, as if it were planned; it has no collisions and no wheels any more. */
    public LayerPlan plan() {
        Map<String, LayerEntry> entries = new TreeMap<>(PathOrder.BY_UTF8);
        for (RawEntry entry : zip.entries()) {
            if (!entry.isDirectory()) {
                Content content = known.getOrDefault(entry.name(), Content.Archived.own(zip, entry));
                entries.put(entry.name(), new LayerEntry(entry.name(), mode(entry), content));
            }
        }
        List<LayerEntry> sorted = List.copyOf(entries.values());
        return new LayerPlan(
                sorted,
                List.of(),
                packages.stream().map(p -> planned(p, sorted)).toList(),
                List.of());
    }

    private static int mode(RawEntry entry) {
        if (entry.isLink()) {
            return LayerEntry.LINK;
        }
        return entry.isExecutable() ? LayerEntry.EXECUTABLE : LayerEntry.FILE;
    }

    private static PlannedPackage planned(InstalledPackage installed, List<LayerEntry> entries) {
        CoreMetadata metadata = installed.metadata();
        String origin = installed.text();
        long bytes = entries.stream()
                .filter(entry -> entry.content().origin().equals(origin))
                .mapToLong(entry -> entry.content().unzippedBytes())
                .sum();
        return new PlannedPackage(metadata.name(), metadata.version(), installed.distInfo(), bytes);
    }

    @Override
    public void close() throws IOException {
        zip.source().close();
    }
}
