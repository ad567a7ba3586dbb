package io.github.lambdalayer.fuzz;

import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A layer that any tool may have made is refused in a sentence, or all of it can be asked for; no path leads out of it. */
public final class ForeignZipFuzz {

    private static final int LOOKED_AT = 4096;
    private static final OneFile FILE = new OneFile("layer.zip");

    private ForeignZipFuzz() {}

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try (LayerArchive archive = LayerArchive.open(FILE.holding(input))) {
            LayerPlan plan = archive.plan();
            plan.zippedBytes();
            for (LayerEntry entry : plan.entries()) {
                look(entry);
            }
        } catch (LayerException e) {
            requireSentence(e);
        }
    }

    private static void look(LayerEntry entry) throws IOException {
        Path opt = Path.of("/opt");
        if (!opt.resolve(entry.path()).normalize().startsWith(opt)) {
            throw new AssertionError(entry.path() + " leads out of the layer");
        }
        try (ByteSource bytes = entry.content().unpacked()) {
            bytes.read(0, ByteBuffer.allocate((int) Math.min(LOOKED_AT, bytes.size())));
        } catch (IOException e) {
            return; // What the directory promises is not there; unpacking says so.
        }
    }

    private static void requireSentence(LayerException e) {
        if (!e.sentence().startsWith("layer.zip: ")) {
            throw new AssertionError("not a sentence about the file", e);
        }
    }
}
