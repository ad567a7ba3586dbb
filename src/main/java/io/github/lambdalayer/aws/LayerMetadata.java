package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LambdaLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;

/**
 * What a version says of itself beside its content, as Lambda keeps it. The description ends with a mark such as
 * {@code sha256:0123456789ab}, so that a list of versions, which tells no digest, shows which ones are worth a look.
 */
record LayerMetadata(String description, String license, List<String> runtimes, List<String> architectures) {

    private static final String MARK = "sha256:";
    private static final int MARK_DIGITS = 12;

    LayerMetadata {
        runtimes = List.copyOf(runtimes);
        architectures = List.copyOf(architectures);
    }

    static LayerMetadata of(PublishRequest request) {
        return new LayerMetadata(
                marked(request.description(), mark(request.sha256())),
                cut(request.licenseInfo(), LambdaLimits.LICENSE_CHARACTERS),
                request.runtimes(),
                request.architectures());
    }

    static LayerMetadata of(GetLayerVersionResponse version) {
        return new LayerMetadata(
                version.description() == null ? "" : version.description(),
                version.licenseInfo() == null ? "" : version.licenseInfo(),
                version.compatibleRuntimesAsStrings(),
                version.compatibleArchitecturesAsStrings());
    }

    /** {@code "Tools for orders"} → {@code "Tools for orders sha256:0123456789ab"}. */
    private static String marked(String text, String mark) {
        String cut = cut(text, LambdaLimits.DESCRIPTION_CHARACTERS - mark.length() - 1);
        return cut.isEmpty() ? mark : cut + " " + mark;
    }

    private static String mark(String sha256) {
        return MARK + sha256.substring(0, MARK_DIGITS);
    }

    /** In one line, and where it is too long, up to the last whole character before an ellipsis. */
    private static String cut(String text, int most) {
        String line = String.join(" ", text.strip().split("\\s+"));
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }

    /** The mark's digits at the end of a description; empty when it has none. */
    static Optional<String> digestMark(String description) {
        int start = description.length() - MARK_DIGITS;
        return start >= MARK.length() && description.startsWith(MARK, start - MARK.length())
                ? Optional.of(description.substring(start))
                : Optional.empty();
    }

    /** In what {@code published} differs, for example {@code another description and other runtimes}; empty when equal. */
    String differences(LayerMetadata published) {
        List<String> words = new ArrayList<>();
        add(words, "another description", description.equals(published.description));
        add(words, "another licence", license.equals(published.license));
        // The order of these lists means nothing.
        add(words, "other runtimes", new HashSet<>(runtimes).equals(new HashSet<>(published.runtimes)));
        add(words, "other architectures", new HashSet<>(architectures).equals(new HashSet<>(published.architectures)));
        return String.join(" and ", words);
    }

    private static void add(List<String> words, String word, boolean equal) {
        if (!equal) {
            words.add(word);
        }
    }
}
