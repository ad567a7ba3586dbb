package io.github.lambdalayer.layer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;

/** Puts the files of a plan into a folder, as AWS Lambda puts those of a layer into {@code /opt}. */
public final class Unpacking {

    private static final int BUFFER = 64 << 10;
    private static final int MAX_TARGET = 4096;

    private Unpacking() {}

    /**
     * Unpacks all files; the folder is made when it is missing.
     *
     * @throws LayerException {@link LayerProblem#UNREADABLE_LAYER} when a file cannot be written or is damaged
     */
    public static void unpack(LayerPlan plan, Path folder) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (LayerEntry entry : plan.entries()) {
            try {
                unpack(entry, folder, buffer);
            } catch (IOException e) {
                throw new LayerException(
                        LayerProblem.UNREADABLE_LAYER,
                        entry.path() + " of " + entry.content().origin() + " cannot be unpacked to " + folder + ": "
                                + IoReason.of(e) + ".",
                        List.of("see that the folder can be written to and that the disk has room"),
                        e);
            }
        }
    }

    /** A link that leads out of the layer would let other files be written anywhere. */
    private static void link(LayerEntry entry, Path file, Path folder) throws IOException {
        String target = new String(entry.content().start(MAX_TARGET), UTF_8);
        boolean isNone = target.isEmpty() || target.startsWith("/") || target.indexOf('\0') >= 0;
        if (isNone || !file.resolveSibling(target).normalize().startsWith(folder.normalize())) {
            throw new IOException("it is a link out of the layer");
        }
        // Normalized, it goes up from where it stands only, and not from where another link has led.
        Path way = Path.of(target).normalize();
        Files.createSymbolicLink(file, way.toString().isEmpty() ? Path.of(".") : way);
    }

    private static void unpack(LayerEntry entry, Path folder, ByteBuffer buffer) throws IOException {
        Path file = folder.resolve(entry.path());
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isLink()) {
            link(entry, file, folder);
            return;
        }
        CRC32 crc = new CRC32();
        try (ByteSource bytes = entry.content().unpacked();
                FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long done = 0; done < bytes.size(); done += buffer.limit()) {
                buffer.clear().limit((int) Math.min(BUFFER, bytes.size() - done));
                bytes.read(done, buffer);
                crc.update(buffer.flip());
                buffer.rewind();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
        }
        if (crc.getValue() != entry.content().crc()) {
            throw new IOException("its sum is not the one that the zip has for it");
        }
        if ((entry.mode() & 0111) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException("it cannot be made executable");
        }
    }
}
