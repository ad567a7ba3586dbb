package io.github.lambdalayer.python.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A wheel on disk.
 *
 * <pre>{@code
 * WheelFilename name = WheelFilename.parse("six-1.16.0-py2.py3-none-any.whl");
 * try (WheelFile six = WheelFile.verify(file, name)) {
 *     six.metadata().requiresPython();
 * }
 * }</pre>
 *
 * <p>Its file stays open until it is closed.
 */
public final class WheelFile implements DescribedPackage, Closeable {

    /** METADATA holds the package's whole description, which can be a book; the other two are lists. */
    private static final long MAX_TEXT_BYTES = 16L << 20;

    private static final int FIRST_ROWS = 4 << 10;

    private final WheelFilename filename;
    private final RawZip zip;
    private final WheelLayout layout;

    private WheelFile(WheelFilename filename, RawZip zip) {
        this.filename = filename;
        this.zip = zip;
        this.layout = WheelLayout.of(zip.entries(), filename);
    }

    /**
     * Opens a wheel and checks all of it, once: the archive, the size and CRC of each entry, each row of RECORD, and that
     * METADATA and WHEEL agree with the file's name.
     *
     * @throws LayerException with a {@link WheelProblem} or a {@link io.github.lambdalayer.zip.ZipProblem}
     */
    public static WheelFile verify(Path file, WheelFilename name) {
        return verify(file, name, WheelWatch.NONE);
    }

    /** The same, with somebody watching. */
    public static WheelFile verify(Path file, WheelFilename name, WheelWatch watch) {
        return open(file, name, RawZip::read, wheel -> {
            wheel.checkWheel();
            wheel.checkMetadata();
            ContentCheck.of(wheel, watch).run();
        });
    }

    /**
     * Opens a wheel that was {@linkplain #verify verified} before; only its directory is read.
     *
     * @throws LayerException with a {@link WheelProblem} or a {@link io.github.lambdalayer.zip.ZipProblem}
     */
    public static WheelFile open(Path file, WheelFilename name) {
        return open(file, name, RawZip::readDirectory, wheel -> {});
    }

    private interface ZipOpener {
        RawZip open(ByteSource source, ZipLimits limits) throws IOException;
    }

    private interface Check {
        void run(WheelFile wheel) throws IOException;
    }

    private static WheelFile open(Path file, WheelFilename name, ZipOpener opener, Check check) {
        try {
            ByteSource source = ByteSource.file(file, name.text());
            try {
                WheelFile wheel = new WheelFile(name, opener.open(source, ZipLimits.WHEEL));
                check.run(wheel);
                return wheel;
            } catch (LayerException | IOException | Error e) {
                source.close();
                throw e;
            }
        } catch (LayerException e) {
            throw WheelFault.ofArchive(e, name);
        } catch (IOException e) {
            throw WheelFault.unreadable(e, name);
        }
    }

    /** What the wheel is called, whatever its file is. */
    public WheelFilename filename() {
        return filename;
    }

    /** The wheel's archive; entries of it can be copied as they are. */
    public RawZip zip() {
        return zip;
    }

    /** The wheel's bytes. */
    public ByteSource source() {
        return zip.source();
    }

    /** The folder with METADATA, for example {@code six-1.16.0.dist-info}. */
    public String distInfo() {
        return layout.distInfo();
    }

    /** Where an entry of the {@code .data} folder is to go; empty for any other entry. */
    public Optional<DataPath> inData(RawEntry entry) {
        return layout.inData(entry.name());
    }

    /**
     * What the package says of itself.
     *
     * @throws LayerException {@link WheelProblem#BAD_METADATA}
     */
    @Override
    public CoreMetadata metadata() {
        return CoreMetadata.parse(text("METADATA", WheelProblem.BAD_METADATA), filename.text());
    }

    /**
     * The rows of RECORD in their order.
     *
     * @throws LayerException {@link WheelProblem#BAD_RECORD}
     */
    public List<RecordRow> record() {
        return WheelRecord.parse(text("RECORD", WheelProblem.BAD_RECORD), filename.text());
    }

    /**
     * The tags that the file WHEEL says, written out; those of the file's name count.
     *
     * @throws LayerException when one of them is no tag
     */
    public Set<Tag> tags() {
        return WheelTags.of(text("WHEEL", WheelProblem.BAD_WHEEL));
    }

    /** The programs that installers would make, for example {@code black}; a text that is too large for that names none. */
    public List<String> programs() {
        return zip.entry(distInfo() + "/entry_points.txt")
                .filter(entry -> entry.unzippedBytes() <= MAX_TEXT_BYTES)
                .map(entry -> EntryPoints.programs(new String(content(entry), UTF_8)))
                .orElse(List.of());
    }

    /** Whether RECORD has its digests in hexadecimal; its first rows tell. */
    public boolean hasHexDigests() {
        Optional<RawEntry> record = zip.entry(distInfo() + "/RECORD");
        String start =
                record.map(entry -> new String(start(entry, FIRST_ROWS), UTF_8)).orElse("");
        byte[] rows = start.substring(0, start.lastIndexOf('\n') + 1).getBytes(UTF_8);
        return WheelRecord.parse(rows, filename.text()).stream().anyMatch(RecordRow::isHex);
    }

    /**
     * The unpacked bytes of an entry that is known to be small.
     *
     * @throws LayerException when they are not what the archive promises
     */
    public byte[] content(RawEntry entry) {
        return reading(() -> zip.content(entry));
    }

    /** The first unpacked bytes of an entry, fewer when it is smaller. */
    public byte[] start(RawEntry entry, int bytes) {
        return reading(() -> zip.start(entry, bytes));
    }

    private interface Reading {
        byte[] run() throws IOException;
    }

    private byte[] reading(Reading reading) {
        try {
            return reading.run();
        } catch (LayerException e) {
            throw WheelFault.ofArchive(e, filename);
        } catch (IOException e) {
            throw WheelFault.unreadable(e, filename);
        }
    }

    private byte[] text(String name, WheelProblem code) {
        RawEntry entry = zip.entry(distInfo() + "/" + name)
                .orElseThrow(() -> WheelFault.of(code, filename, "it has no " + name + "."));
        if (entry.unzippedBytes() > MAX_TEXT_BYTES) {
            throw WheelFault.of(code, filename, name + " has " + entry.unzippedBytes() + " bytes.");
        }
        return content(entry);
    }

    /** "A wheel installer should warn if Wheel-Version is greater than it supports, and must fail if the major is" (PEP 427). */
    private void checkWheel() {
        String version =
                MailHeaders.parse(text("WHEEL", WheelProblem.BAD_WHEEL)).first("Wheel-Version");
        if (!version.equals("1") && !version.startsWith("1.")) {
            throw WheelFault.of(
                    WheelProblem.BAD_WHEEL,
                    filename,
                    version.isEmpty()
                            ? "WHEEL has no line Wheel-Version."
                            : "Wheel-Version is " + Printable.name(version) + "; 1.x is known.");
        }
    }

    private void checkMetadata() {
        CoreMetadata metadata = metadata();
        if (!metadata.name().equals(filename.name()) || !metadata.version().equals(filename.version())) {
            throw WheelFault.of(
                    WheelProblem.BAD_METADATA,
                    filename,
                    "METADATA is of " + metadata.name() + " " + metadata.version() + ".");
        }
    }

    @Override
    public void close() throws IOException {
        zip.source().close();
    }
}
