package io.github.lambdalayer.zip;

import io.github.lambdalayer.problem.LayerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An archive that every reader takes for the same files: its records agree, cover all its bytes, and hide nothing.
 *
 * <pre>{@code
 * RawZip zip = RawZip.read(source, ZipLimits.WHEEL);
 * byte[] metadata = zip.content(zip.entry("demo-1.0.dist-info/METADATA").orElseThrow());
 * }</pre>
 *
 * <p>Nothing is inflated before it is asked for. The source stays the caller's, who closes it.
 */
public final class RawZip {

    private final ByteSource source;
    private final List<RawEntry> entries;
    private final Map<String, RawEntry> byName;

    private RawZip(ByteSource source, List<RawEntry> entries) {
        this.source = source;
        this.entries = List.copyOf(entries);
        this.byName = entries.stream().collect(Collectors.toMap(RawEntry::name, Function.identity()));
    }

    /**
     * Reads the directory and each local header, and checks all that can be told without inflating.
     *
     * @throws LayerException with a {@link ZipProblem}
     */
    public static RawZip read(ByteSource source, ZipLimits limits) throws IOException {
        RawZip zip = readDirectory(source, limits);
        for (RawEntry entry : zip.entries) {
            LocalHeader.check(source, entry);
        }
        return zip;
    }

    /**
     * Reads the directory alone, a few reads however many entries there are: for a source that is remote, or that was
     * {@linkplain #read read} before. A local header is then checked when its entry is unpacked.
     *
     * @throws LayerException with a {@link ZipProblem}
     */
    public static RawZip readDirectory(ByteSource source, ZipLimits limits) throws IOException {
        EndRecord end = EndRecord.read(source, limits);
        List<RawEntry> entries =
                Tiling.of(CentralDirectory.read(source, end, CentralHeader.Rules.OWN), end, source.name());
        NameClashes.check(entries, source.name());
        checkTotal(entries, source, limits);
        return new RawZip(source, entries);
    }

    /**
     * Reads an archive of somebody else, as {@code zip}, Python, {@code sam} and 7-Zip write them: with data descriptors,
     * comments, links and other things that no wheel needs. The directory says what there is, as it does for AWS; names
     * obey the same rules as everywhere.
     *
     * @throws LayerException with a {@link ZipProblem}
     */
    public static RawZip readForeign(ByteSource source, ZipLimits limits) throws IOException {
        EndRecord end = EndRecord.readForeign(source, limits);
        List<RawEntry> entries = new ArrayList<>();
        for (RawEntry entry : CentralDirectory.read(source, end, CentralHeader.Rules.FOREIGN)) {
            entries.add(LocalHeader.located(source, entry));
        }
        NameClashes.check(entries, source.name());
        checkTotal(entries, source, limits);
        return new RawZip(source, entries);
    }

    private static void checkTotal(List<RawEntry> entries, ByteSource source, ZipLimits limits) {
        long total = 0;
        for (RawEntry entry : entries) {
            total += Math.min(entry.unzippedBytes(), Long.MAX_VALUE - total);
        }
        if (total > limits.maxUnzippedBytes()) {
            throw ZipProblem.ZIP_BOMB.in(
                    source.name(), "it unpacks to more than " + limits.maxUnzippedBytes() + " bytes.");
        }
        if (total > limits.ratioFreeBytes() && total / limits.maxRatio() > source.size()) {
            throw ZipProblem.ZIP_BOMB.in(
                    source.name(),
                    "it unpacks to " + total + " bytes, more than " + limits.maxRatio() + " times its own "
                            + source.size() + ".");
        }
    }

    /** All entries, in the order of their data. */
    public List<RawEntry> entries() {
        return entries;
    }

    /** The entry of exactly this name. */
    public Optional<RawEntry> entry(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The bytes that the archive is made of. */
    public ByteSource source() {
        return source;
    }

    /**
     * The unpacked bytes of a small entry.
     *
     * @throws LayerException when they are not what the headers promise
     */
    public byte[] content(RawEntry entry) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        verify(entry, content);
        return content.toByteArray();
    }

    /**
     * Unpacks an entry into {@code sink}, and checks that it has exactly the size and CRC that its headers promise.
     *
     * @throws LayerException when it has not
     */
    public void verify(RawEntry entry, OutputStream sink) throws IOException {
        try (EntryReader reader = reader()) {
            reader.verify(entry, sink);
        }
    }

    /** The first {@code bytes} unpacked bytes of an entry, fewer when it is smaller; its CRC is not looked at. */
    public byte[] start(RawEntry entry, int bytes) throws IOException {
        try (EntryReader reader = reader()) {
            return reader.start(entry, bytes);
        }
    }

    /**
     * The unpacked bytes of an entry, to be read at any place by one thread: reading on inflates what lies between, reading
     * back begins again. CRC and size are not looked at. Closing it leaves the archive open.
     */
    public ByteSource unpacked(RawEntry entry) {
        return entry.method() == RawEntry.STORED ? new PartOfSource(source, entry) : new UnpackedSource(source, entry);
    }

    /** A reader for many entries, to be used by one thread and closed. */
    public EntryReader reader() {
        return new EntryReader(source);
    }
}
