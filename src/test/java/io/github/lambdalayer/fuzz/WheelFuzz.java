package io.github.lambdalayer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.layer.Content;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.testing.WheelBuilder;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A wheel that was changed on its way is refused, or makes the very layer that it should. */
public final class WheelFuzz {

    private static final String NAME = "demo-1.0-py3-none-any.whl";
    private static final OneFile FILE = new OneFile(NAME);

    /** The wheel that the corpus is made of. */
    public static final byte[] GOOD = WheelBuilder.wheel("demo", "1.0")
            .file("demo/core.py", "x = 1\n".repeat(20))
            .file("demo/\u00e9.txt", "y")
            .data("scripts/run", "#!python\n")
            .bytes();

    private static final Map<String, String> EXPECTED = expected();

    private WheelFuzz() {}

    private static Map<String, String> expected() {
        try {
            return layer(GOOD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Map<String, String> layer;
        try {
            layer = layer(input);
        } catch (LayerException e) {
            return;
        }
        if (!layer.equals(EXPECTED)) {
            throw new AssertionError("the layer has " + layer + " and should have " + EXPECTED);
        }
    }

    /** Paths and contents of the layer; whether a file may be executed nothing in a wheel vouches for. */
    private static Map<String, String> layer(byte[] bytes) throws IOException {
        try (WheelFile wheel = WheelFile.verify(FILE.holding(bytes), WheelFilename.parse(NAME))) {
            LayerPlan plan = new LayerPlanner(Exclusions.NONE)
                    .wheels(SitePackages.FLAT, List.of(wheel))
                    .plan();
            Map<String, String> files = new TreeMap<>();
            for (LayerEntry entry : plan.entries()) {
                files.put(entry.path(), content(entry.content()));
            }
            return files;
        }
    }

    private static String content(Content content) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) content.unzippedBytes());
        try (ByteSource source = content.unpacked()) {
            source.read(0, bytes);
        }
        return new String(bytes.array(), UTF_8);
    }
}
