package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.testing.WheelBuilder;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wheel that was damaged on its way is refused, or makes the very layer that it should. */
class WheelMutationTest {

    private static final String NAME = "demo-1.0-py3-none-any.whl";
    private static final String REFUSED = "refused";

    @TempDir
    private Path folder;

    @Test
    void flippedBitIsAnErrorOrMakesNoDifference() throws IOException {
        byte[] good = wheel();
        String expected = layer(good);
        assertThat(expected).contains("python/demo/core.py");
        for (int i = 0; i < good.length; i++) {
            byte[] flipped = good.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            assertThat(layer(flipped)).as("byte %d", i).isIn(expected, REFUSED);
        }
    }

    @Test
    void sixteenthsOfAWheelAreErrors() throws IOException {
        byte[] good = wheel();
        for (int sixteenth = 0; sixteenth < 16; sixteenth++) {
            assertThat(layer(Arrays.copyOf(good, good.length * sixteenth / 16)))
                    .as("%d sixteenths", sixteenth)
                    .isEqualTo(REFUSED);
        }
    }

    private byte[] wheel() throws IOException {
        return Files.readAllBytes(WheelBuilder.wheel("demo", "1.0")
                .file("demo/core.py", "x = 1\n".repeat(20))
                .data("scripts/run", "#!python\n")
                .in(folder));
    }

    /** Paths and contents of the layer; whether a file may be executed nothing in a wheel vouches for. */
    private String layer(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(NAME), bytes);
        try (WheelFile wheel = WheelFile.verify(file, WheelFilename.parse(NAME))) {
            LayerPlan plan = new LayerPlanner(Exclusions.NONE)
                    .wheels(SitePackages.FLAT, List.of(wheel))
                    .plan();
            StringBuilder layer = new StringBuilder();
            for (LayerEntry entry : plan.entries()) {
                layer.append(entry.path())
                        .append('\n')
                        .append(content(entry.content()))
                        .append('\n');
            }
            return layer.toString();
        } catch (LayerException e) {
            return REFUSED;
        }
    }

    private static String content(Content content) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) content.unzippedBytes());
        try (ByteSource source = content.unpacked()) {
            source.read(0, bytes);
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }
}
