package io.github.lambdalayer.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is in a folder, sorted. {@link Files} tells a fault on the way by another exception than one at the beginning. */
public final class Directory {

    private Directory() {}

    /** The files and folders directly in a folder. */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return sorted(files);
        }
    }

    /** The folder itself, and all files and folders in it, at any depth; links are not followed. */
    public static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return sorted(files);
        }
    }

    static List<Path> sorted(Stream<Path> files) throws IOException {
        try {
            return files.sorted().toList();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
