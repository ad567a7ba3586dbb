package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.SlimPreset;
import java.util.List;
import java.util.Map;

/**
 * What else decides the bytes of the zip, besides the wheels.
 *
 * @param ownFiles folders of the project and where their files go, in order
 * @param exclusions patterns of files that are left out
 * @param slim presets of such patterns
 * @param modules in which form modules are there
 * @param levels how grave the findings of a check are, by the check's name; for the others its default counts
 * @param zippedLimit what the zip may have, in bytes, for the way it will be sent
 * @param isSent whether it is to be sent at all
 */
public record Contents(
        Layout layout,
        List<FileTree> ownFiles,
        List<String> exclusions,
        List<SlimPreset> slim,
        Modules modules,
        Map<String, String> levels,
        long zippedLimit,
        boolean isSent) {

    /** Where packages go. */
    public enum Layout {
        /** Flat where all runtimes have the same wheels, else one folder for each. */
        AUTO,
        /** {@code python/}. */
        FLAT,
        /** {@code python/lib/python3.13/site-packages}. */
        SITE_PACKAGES
    }

    /** In which form modules are in the layer. */
    public enum Modules {
        /** As sources. */
        SOURCES,
        /** As sources, with compiled modules beside them. */
        BESIDE,
        /** Compiled, without sources. */
        ONLY
    }

    /** Nothing but the wheels. */
    public static final Contents WHEELS_ONLY =
            new Contents(Layout.AUTO, List.of(), List.of(), List.of(), Map.of(), LambdaLimits.DIRECT_ZIPPED_BYTES);

    /** Modules as sources, in a layer that is sent. */
    public Contents(
            Layout layout,
            List<FileTree> ownFiles,
            List<String> exclusions,
            List<SlimPreset> slim,
            Map<String, String> levels,
            long zippedLimit) {
        this(layout, ownFiles, exclusions, slim, Modules.SOURCES, levels, zippedLimit, true);
    }

    public Contents {
        ownFiles = List.copyOf(ownFiles);
        exclusions = List.copyOf(exclusions);
        slim = List.copyOf(slim);
        levels = Map.copyOf(levels);
    }

    /** All patterns of files that are left out, those of the presets too. */
    Exclusions leftOut() {
        Exclusions all = Exclusions.of(exclusions);
        for (SlimPreset preset : slim) {
            all = all.with(preset);
        }
        return all;
    }
}
