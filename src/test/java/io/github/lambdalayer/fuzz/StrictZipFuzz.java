package io.github.lambdalayer.fuzz;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What the strict reader takes for an archive, a reader that never looks at the directory takes for the same files: so no
 * archive means one thing here and another elsewhere.
 */
public final class StrictZipFuzz {

    private static final ZipLimits LIMITS = new ZipLimits(1000, 1 << 22, 50, 1 << 20);

    private StrictZipFuzz() {}

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Map<String, Long> files;
        try {
            files = strictly(input);
        } catch (LayerException e) {
            return;
        }
        Map<String, Long> streamed = streamed(input, files);
        if (!files.equals(streamed)) {
            throw new AssertionError("read as " + files + ", and by others as " + streamed);
        }
    }

    private static Map<String, Long> strictly(byte[] input) throws IOException {
        RawZip zip = RawZip.read(ByteSource.of("fuzz.zip", input), LIMITS);
        Map<String, Long> files = new TreeMap<>();
        for (RawEntry entry : zip.entries()) {
            files.put(entry.name(), crc(zip.content(entry)));
        }
        return files;
    }

    /** As the JDK reads it; what it refuses it does not take for something else. */
    private static Map<String, Long> streamed(byte[] input, Map<String, Long> refused) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(input))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), crc(in.readAllBytes()));
            }
            return files;
        } catch (ZipException e) {
            return refused;
        }
    }

    private static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue() << 32 | content.length;
    }
}
