package io.github.lambdalayer.build;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A zip that was made before, here or elsewhere, and goes to AWS as it is: measured, not made. */
final class FinishedZip {

    private FinishedZip() {}

    /**
     * What is known of it; which packages it holds is not.
     *
     * @throws LayerException with {@link BuildProblem#CANNOT_READ} when there is no such file
     */
    static LayerResult measure(LayerSpec spec, Path zip) {
        if (!Files.isRegularFile(zip)) {
            throw new LayerException(
                    BuildProblem.CANNOT_READ,
                    "There is no zip " + zip + ".",
                    "leave out <zip>, so that the layer is built first");
        }
        try (ByteSource source = ByteSource.file(zip)) {
            RawZip raw = RawZip.readForeign(source, ZipLimits.WHEEL);
            byte[] digest = Sha256.digest(zip);
            return new LayerResult(
                    spec.name().value(),
                    spec.files().named(zip),
                    "",
                    Sha256.hex(digest),
                    Base64.getEncoder().encodeToString(digest),
                    Files.size(zip),
                    raw.entries().stream().mapToLong(RawEntry::unzippedBytes).sum(),
                    spec.runtimes(),
                    spec.architectures(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        } catch (IOException e) {
            throw unreadable(zip, e);
        }
    }

    static LayerException unreadable(Path zip, IOException e) {
        return new LayerException(
                BuildProblem.CANNOT_READ, zip + " cannot be read: " + IoReason.of(e) + ".", List.of(), e);
    }
}
