package io.github.lambdalayer.build;

import java.nio.file.Path;

/** A small file that is written as a whole or not at all. */
public final class TextFile {

    private TextFile() {}

    /**
     * Writes it, with the folders that it needs.
     *
     * @throws io.github.lambdalayer.problem.LayerException with {@link BuildProblem#CANNOT_WRITE}
     */
    public static void write(Path file, String text) {
        ResultFiles.write(file, text);
    }
}
