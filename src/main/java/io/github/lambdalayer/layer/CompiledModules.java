package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compiled modules that a Python made of a layer's sources, in a folder that is laid out as the layer is.
 *
 * @param folder where they are; none when nothing is compiled
 * @param only whether they take the place of their sources ({@code a.pyc} for {@code a.py}), and do not stand beside them
 *     ({@code __pycache__/a.cpython-313.pyc})
 * @param tags of the Pythons that made them, for example {@code cpython-313}
 */
public record CompiledModules(Optional<Path> folder, boolean only, List<String> tags) {

    /** Nothing is compiled. */
    public static final CompiledModules NONE = new CompiledModules(Optional.empty(), false, List.of());

    private static final String SOURCE = ".py";
    private static final String CACHE = "__pycache__/";

    /** Keeps a copy of the list. */
    public CompiledModules {
        tags = List.copyOf(tags);
    }

    /** Whether a file is a module that can be compiled. */
    public static boolean isSource(LayerEntry entry) {
        return entry.path().endsWith(SOURCE)
                && entry.path().startsWith("python/")
                && !entry.path().startsWith("python/bin/");
    }

    /**
     * The source beside which a file was compiled for the layer: {@code python/a.py} for {@code
     * python/__pycache__/a.cpython-313.pyc}; empty for any other file.
     */
    public static Optional<String> sourceOf(LayerEntry entry) {
        String path = entry.path();
        int folder = path.lastIndexOf('/') + 1;
        boolean isMade = entry.content() instanceof Content.Packed && path.endsWith(".pyc");
        return isMade && path.startsWith(CACHE, folder - CACHE.length())
                ? Optional.of(path.substring(0, folder - CACHE.length())
                        + path.substring(folder, path.indexOf('.', folder))
                        + SOURCE)
                : Optional.empty();
    }

    /** What the layer has for a file: the file alone, with its compiled form, or that alone. */
    List<LayerEntry> of(LayerEntry entry) {
        if (folder.isEmpty() || !isSource(entry)) {
            return List.of(entry);
        }
        List<LayerEntry> entries = new ArrayList<>();
        for (String path : compiled(entry.path())) {
            Path file = folder.get().resolve(path);
            if (Files.exists(file)) {
                entries.add(new LayerEntry(path, LayerEntry.FILE, content(entry, file)));
            }
        }
        if (!only || entries.isEmpty()) {
            entries.add(0, entry);
        }
        return entries;
    }

    /** Where Python looks for the compiled form (PEP 3147). */
    private List<String> compiled(String source) {
        int slash = source.lastIndexOf('/');
        String stem = source.substring(slash + 1, source.length() - SOURCE.length());
        String above = source.substring(0, slash + 1);
        return only
                ? List.of(above + stem + ".pyc")
                : tags.stream()
                        .map(tag -> above + CACHE + stem + "." + tag + ".pyc")
                        .toList();
    }

    private static Content content(LayerEntry source, Path file) {
        try {
            return Content.Packed.of(
                    source.content().origin(),
                    Files.readAllBytes(file),
                    source.content().isOwn());
        } catch (IOException e) {
            throw new LayerException(
                    LayerProblem.UNREADABLE_LAYER,
                    "The compiled form of " + source.path() + " cannot be read: " + IoReason.of(e) + ".",
                    List.of("run again"),
                    e);
        }
    }
}
