package io.github.lambdalayer.build;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of one layer in the output folder: {@code data.zip}, {@code data.json}, {@code data.properties} and
 * {@code pylock.data.toml}. Nothing else knows their names.
 */
public record ResultFiles(Path folder, String layer) {

    /** The layer itself. */
    public Path zip() {
        return folder.resolve(layer + ".zip");
    }

    /** The zip's digest and the stamp that it had when that was computed, as {@code data.zip.stamp}. */
    Path stamp() {
        return folder.resolve(layer + ".zip.stamp");
    }

    /** The zip that a result speaks of: the layer's own, or one that was given, wherever it is. */
    public Path zip(LayerResult result) {
        return folder.resolve(result.zip());
    }

    /** How a result names a zip: relative to the folder where it is in it, so that the folder can be moved. */
    String named(Path zip) {
        Path absolute = zip.toAbsolutePath().normalize();
        Path base = folder.toAbsolutePath().normalize();
        Path name = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return name.toString().replace('\\', '/');
    }

    /** What was made, for scripts and for the next goal. */
    public Path json() {
        return folder.resolve(layer + ".json");
    }

    /** The same for shell scripts, by {@link #properties}. */
    public Path propertiesFile() {
        return folder.resolve(layer + ".properties");
    }

    /** The lock that the build used. */
    public Path lock() {
        return folder.resolve("pylock." + layer + ".toml");
    }

    /** What an earlier build made; empty when there is none or it cannot be read. */
    public Optional<LayerResult> read() {
        try {
            return ResultReader.read(Files.readString(json()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the two files that tell what was made; the JSON last, since the next build takes it for a sign that all is
     * there.
     *
     * @throws LayerException with {@link BuildProblem#CANNOT_WRITE}
     */
    public void write(LayerResult result) {
        write(result, false);
    }

    /** As {@link #write(LayerResult)}, and on the disk before it returns: what AWS has done cannot be made anew. */
    void writeForced(LayerResult result) {
        write(result, true);
    }

    private void write(LayerResult result, boolean force) {
        write(propertiesFile(), PropertiesText.of(properties(result)));
        write(json(), text(result), force);
    }

    private static String text(LayerResult result) {
        try {
            return ResultWriter.write(result);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
    }

    /** The result as properties, sorted: {@code lambda-layer.data.arn.eu-west-1} and so on. */
    public Map<String, String> properties(LayerResult result) {
        String prefix = "lambda-layer." + layer + ".";
        Map<String, String> properties = new TreeMap<>();
        properties.put(prefix + "zip", zip(result).toAbsolutePath().toString().replace('\\', '/'));
        properties.put(prefix + "sha256", result.sha256());
        for (LayerResult.PublishedVersion published : result.published()) {
            properties.put(prefix + "arn." + published.region(), published.arn());
            properties.put(prefix + "version." + published.region(), Long.toString(published.version()));
        }
        return properties;
    }

    /**
     * Writes a whole file or nothing, with the folders that it needs: a reader never sees half of it.
     *
     * @throws LayerException with {@link BuildProblem#CANNOT_WRITE}
     */
    public static void write(Path file, String text) {
        write(file, text, false);
    }

    private static void write(Path file, String text, boolean force) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (force) {
                WholeFile.writeForced(file, bytes);
            } else {
                WholeFile.write(file, bytes);
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    static LayerException cannotRead(Path file, IOException e) {
        return new LayerException(
                BuildProblem.CANNOT_READ, file + " cannot be read: " + IoReason.of(e) + ".", List.of(), e);
    }

    static LayerException cannotWrite(Path file, IOException e) {
        return new LayerException(
                BuildProblem.CANNOT_WRITE,
                file + " cannot be written: " + IoReason.of(e) + ".",
                List.of("see that the folder can be written to and that the disk has room"),
                e);
    }
}
