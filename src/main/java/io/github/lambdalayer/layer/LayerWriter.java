package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ZipWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a planned layer beside its place and then moves it there, so that the place never holds half a layer. */
public final class LayerWriter {

    private LayerWriter() {}

    /**
     * Writes the zip; the same plan gives the same bytes everywhere.
     *
     * @throws LayerException {@link LayerProblem#UNWRITABLE_LAYER}; what was at {@code file} before is still there
     */
    public static LayerZip write(LayerPlan plan, Path file) {
        Path part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                checkSpace(plan, file);
                LayerZip layer = write(plan, part, file);
                WholeFile.move(part, file);
                return layer;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw unwritable(file, "cannot be written: " + IoReason.of(e), e);
        }
    }

    private static LayerZip write(LayerPlan plan, Path part, Path file) throws IOException {
        try (ZipWriter out = ZipWriter.create(part, String.valueOf(file.getFileName()));
                FollowingDigest following = FollowingDigest.of(part)) {
            for (LayerEntry entry : plan.entries()) {
                entry.content().writeTo(out, entry.path(), entry.mode());
                following.reached(out.written());
            }
            long bytes = out.finish();
            byte[] digest = following.finish(bytes);
            return new LayerZip(
                    file, Sha256.hex(digest), Base64.getEncoder().encodeToString(digest), bytes, plan.unzippedBytes());
        }
    }

    /** The size is known to the byte, so nothing is begun that cannot be ended. */
    private static void checkSpace(LayerPlan plan, Path file) throws IOException {
        long needed = plan.zippedBytes();
        long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        if (free < needed) {
            throw unwritable(file, "needs " + needed + " bytes, and its disk has " + free + " left", null);
        }
    }

    private static LayerException unwritable(Path file, String sentence, @Nullable IOException cause) {
        return new LayerException(
                LayerProblem.UNWRITABLE_LAYER,
                file + " " + sentence + "; what was there before is untouched.",
                List.of("make room there, or set <outputDirectory>"),
                cause);
    }
}
