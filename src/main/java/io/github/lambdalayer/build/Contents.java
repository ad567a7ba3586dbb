package io.github.lambdalayer.build;

import io.github.lambdalayer.layer.FileTree;
import java.util.List;
import java.util.Map;

/**
 * What else decides the bytes of the zip, besides the wheels.
 *
 * @param ownFiles folders of the project and where their files go, in order
 * @param exclusions patterns of files that are left out
 * @param slim the names of presets of such patterns
 * @param levels how grave the findings of a check are, by the check's name; for the others its default counts
 */
public record Contents(
        Layout layout,
        List<FileTree> ownFiles,
        List<String> exclusions,
        List<String> slim,
        Map<String, String> levels) {

    /** Where packages go. */
    public enum Layout {
        /** Flat where all runtimes have the same wheels, else one folder for each. */
        AUTO,
        /** {@code python/}. */
        FLAT,
        /** {@code python/lib/python3.13/site-packages}. */
        SITE_PACKAGES
    }

    /** Nothing but the wheels. */
    public static final Contents WHEELS_ONLY = new Contents(Layout.AUTO, List.of(), List.of(), List.of(), Map.of());

    public Contents {
        ownFiles = List.copyOf(ownFiles);
        exclusions = List.copyOf(exclusions);
        slim = List.copyOf(slim);
        levels = Map.copyOf(levels);
    }
}
