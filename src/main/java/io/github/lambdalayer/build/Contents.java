package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.SlimPreset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What else decides the bytes of the zip, besides the wheels.
 *
 * @param ownFiles folders of the project and where their files go, in order
 * @param exclusions patterns of files that are left out
 * @param slim presets of such patterns
 * @param levels how grave the findings of a check are, by the check's name; for the others its default counts
 * @param zippedLimit what the zip may have, in bytes, for the way it will be sent
 */
public record Contents(
        Layout layout,
        List<FileTree> ownFiles,
        List<String> exclusions,
        List<SlimPreset> slim,
        Map<String, String> levels,
        long zippedLimit) {

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
    public static final Contents WHEELS_ONLY =
            new Contents(Layout.AUTO, List.of(), List.of(), List.of(), Map.of(), LambdaLimits.DIRECT_ZIPPED_BYTES);

    public Contents {
        ownFiles = List.copyOf(ownFiles);
        exclusions = List.copyOf(exclusions);
        slim = List.copyOf(slim);
        levels = Map.copyOf(levels);
    }

    /** All patterns of files that are left out, those of the presets too. */
    Exclusions leftOut() {
        return Exclusions.of(
                Stream.concat(exclusions.stream(), slim.stream().flatMap(preset -> preset.patterns().stream()))
                        .toList());
    }
}
