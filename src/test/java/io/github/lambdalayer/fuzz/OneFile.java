package io.github.lambdalayer.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one input after the other, in a folder that goes when the JVM ends. */
final class OneFile {

    private final Path file;

    OneFile(String name) {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            file = folder.resolve(name);
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit(); // Files are deleted before the folders that were named earlier.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path holding(byte[] input) throws IOException {
        return Files.write(file, input);
    }
}
