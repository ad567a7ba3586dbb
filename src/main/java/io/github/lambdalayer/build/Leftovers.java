package io.github.lambdalayer.build;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The unfinished files of builds that were killed: {@code data.zip.4711.part}, {@code .data.json.4711-….part}. The
 * number is that of the process that writes them, and those of one that lives are left in peace.
 */
final class Leftovers {

    private static final String SUFFIX = ".part";

    private Leftovers() {}

    /** The name under which this process writes a file before it moves it to its place. */
    static String unfinished(String name, String unique) {
        return name + "." + ProcessHandle.current().pid() + "-" + unique + SUFFIX;
    }

    /** Deletes them; the folder need not exist. */
    static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path part : parts) {
                if (isOfDeadProcess(part.getFileName().toString())) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It costs space, nothing else; what cannot be written is told by whoever writes.
        }
    }

    private static boolean isOfDeadProcess(String name) {
        String stem = name.substring(0, name.length() - SUFFIX.length());
        String owner = stem.substring(stem.lastIndexOf('.') + 1);
        int dash = owner.indexOf('-');
        try {
            long pid = Long.parseLong(dash < 0 ? owner : owner.substring(0, dash));
            return ProcessHandle.of(pid).isEmpty();
        } catch (NumberFormatException e) {
            return false; // Not one of ours.
        }
    }
}
