package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ZipWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A layer that is being written, beside its place and in a thread of its own, so that its plan can be checked meanwhile.
 * The place never holds half a layer, nor one that was given up.
 *
 * <pre>{@code
 * try (LayerWriter writer = LayerWriter.begin(plan, Path.of("target/lambda-layer/data.zip"), Optional.empty())) {
 *     audit(plan);
 *     LayerZip zip = writer.finish();
 * }
 * }</pre>
 */
public final class LayerWriter implements AutoCloseable {

    private final LayerPlan plan;
    private final Path file;
    private final Path part;
    private final Optional<ZipSums> expected;
    private final FutureTask<LayerZip> writing = new FutureTask<>(this::write);
    private final Thread thread = new Thread(writing, "lambda-layer-zip");
    private volatile boolean isGivenUp;

    private LayerWriter(LayerPlan plan, Path file, Optional<ZipSums> expected) {
        this.plan = plan;
        this.file = file;
        this.expected = expected;
        this.part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    /**
     * Begins to write a zip, whose folder is made when it is missing; the same plan gives the same bytes everywhere.
     *
     * @param expected the sums that it had when it was made of the same before; others are no fault
     */
    public static LayerWriter begin(LayerPlan plan, Path file, Optional<ZipSums> expected) {
        LayerWriter writer = new LayerWriter(plan, file, expected);
        writer.thread.setDaemon(true);
        writer.thread.start();
        return writer;
    }

    /** As {@link #begin} and then {@link #finish}. */
    public static LayerZip write(LayerPlan plan, Path file) {
        try (LayerWriter writer = begin(plan, file, Optional.empty())) {
            return writer.finish();
        }
    }

    /**
     * Waits for the last byte and gives the zip its name.
     *
     * @throws LayerException {@link LayerProblem#UNWRITABLE_LAYER}; what was in its place before is still there
     */
    public LayerZip finish() {
        try {
            LayerZip layer = written();
            WholeFile.move(part, file);
            return layer;
        } catch (IOException e) {
            throw unwritable("cannot be written: " + IoReason.of(e), e);
        }
    }

    private LayerZip written() throws IOException {
        try {
            return writing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the zip was written");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the zip was not written", e.getCause());
        }
    }

    private LayerZip write() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        checkSpace();
        try (ZipWriter out = ZipWriter.create(part, String.valueOf(file.getFileName()));
                FollowingSums following = FollowingSums.of(part, expected)) {
            for (LayerEntry entry : plan.entries()) {
                if (isGivenUp) {
                    throw new CancellationException();
                }
                entry.content().writeTo(out, entry.path(), entry.mode());
                following.reached(out.written());
            }
            return new LayerZip(file, following.finish(out.finish()), plan.unzippedBytes());
        }
    }

    /** The size is known to the byte, so nothing is begun that cannot be ended. */
    private void checkSpace() throws IOException {
        long needed = plan.zippedBytes();
        long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        if (free < needed) {
            throw unwritable("needs " + needed + " bytes, and its disk has " + free + " left", null);
        }
    }

    /** Gives up what was not finished: no thread goes on, and no part of the zip stays. */
    @Override
    public void close() {
        isGivenUp = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The next build sweeps it away.
        }
    }

    private LayerException unwritable(String sentence, @Nullable IOException cause) {
        return new LayerException(
                LayerProblem.UNWRITABLE_LAYER,
                file + " " + sentence + "; what was there before is untouched.",
                List.of("make room there, or set <outputDirectory>"),
                cause);
    }
}
