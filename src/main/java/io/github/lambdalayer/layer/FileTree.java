package io.github.lambdalayer.layer;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder of the project whose files go into the layer.
 *
 * @param directory the folder, for example {@code src/main/python}
 * @param into where its files go in the layer, for example {@code python}; empty for its top
 * @param includes Ant patterns of files that go in; none means all
 * @param excludes Ant patterns of files that stay out; caches and what version control leaves behind always do
 */
public record FileTree(Path directory, String into, List<String> includes, List<String> excludes) {

    /** The patterns of what {@link #isCache} is true for. */
    static final List<String> CACHES = List.of("**/__pycache__/**", "**/*.pyc");

    /** Keeps copies of the lists. */
    public FileTree {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** Whether a file is what Python has left in a folder of modules, which is never packed: {@code a/__pycache__/b.pyc}. */
    public static boolean isCache(Path file) {
        for (Path part : file) {
            if (part.toString().equals("__pycache__")) {
                return true;
            }
        }
        return file.toString().endsWith(".pyc");
    }

    /** All files of a folder of Python modules. */
    public static FileTree python(Path directory) {
        return new FileTree(directory, "python", List.of(), List.of());
    }
}
