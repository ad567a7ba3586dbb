package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names a wheel by what is in it, where its file is called otherwise: repositories of Maven call it
 * {@code demo-1.0.whl}, and it is {@code demo-1.0-py3-none-any.whl}.
 */
public final class WheelNaming {

    private static final String WHEEL = ".dist-info/WHEEL";
    private static final long MAX_TEXT_BYTES = 1L << 20;

    private final String told;
    private final RawZip zip;

    private WheelNaming(String told, RawZip zip) {
        this.told = told;
        this.zip = zip;
    }

    /**
     * The name that the file's builder gave it.
     *
     * @param told what sentences call the file, for example {@code com.acme:demo:whl:1.0}
     * @throws LayerException {@link WheelProblem#BAD_WHEEL}, or with a {@link io.github.lambdalayer.zip.ZipProblem}
     */
    public static WheelFilename of(Path file, String told) {
        try (ByteSource source = ByteSource.file(file, told)) {
            return new WheelNaming(told, RawZip.readDirectory(source, ZipLimits.WHEEL)).name();
        } catch (IOException e) {
            throw new LayerException(
                    WheelProblem.UNREADABLE_WHEEL,
                    Printable.name(told) + " cannot be read: " + IoReason.of(e) + ".",
                    List.of("see that " + file + " is there and that this user may read it"),
                    e);
        }
    }

    private WheelFilename name() throws IOException {
        List<RawEntry> found =
                zip.entries().stream().filter(WheelNaming::isWheelText).toList();
        if (found.size() != 1 || found.get(0).unzippedBytes() > MAX_TEXT_BYTES) {
            throw noWheel(
                    "it has " + (found.isEmpty() ? "no" : "more than one") + " folder dist-info with a file WHEEL");
        }
        String folder = found.get(0).name();
        String stem = folder.substring(0, folder.length() - WHEEL.length());
        MailHeaders headers = MailHeaders.parse(zip.content(found.get(0)));
        String build = headers.first("Build");
        String name = stem + (build.isEmpty() ? "" : "-" + build) + "-" + tags(headers.all("Tag")) + ".whl";
        try {
            return WheelFilename.parse(name);
        } catch (LayerException e) {
            throw noWheel("by what is in it, its name would be " + Printable.name(name));
        }
    }

    private static boolean isWheelText(RawEntry entry) {
        return entry.name().endsWith(WHEEL)
                && entry.name().indexOf('/') == entry.name().lastIndexOf('/');
    }

    /** "py2.py3-none-any" of the lines py2-none-any and py3-none-any (PEP 427: "the expanded tags"). */
    private String tags(List<String> lines) {
        Set<String> pythons = new LinkedHashSet<>();
        Set<String> abis = new LinkedHashSet<>();
        Set<String> platforms = new LinkedHashSet<>();
        for (String line : lines) {
            for (Tag tag : Tag.expand(line)) {
                pythons.add(tag.python());
                abis.add(tag.abi());
                platforms.add(tag.platform());
            }
        }
        if (pythons.isEmpty()) {
            throw noWheel("its file WHEEL has no line Tag");
        }
        return String.join(".", pythons) + "-" + String.join(".", abis) + "-" + String.join(".", platforms);
    }

    private LayerException noWheel(String because) {
        return new LayerException(
                WheelProblem.BAD_WHEEL,
                Printable.name(told) + " is not a wheel: " + because + ".",
                "see that the file that was deployed is one, as pip wheel makes them");
    }
}
