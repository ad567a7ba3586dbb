package io.github.lambdalayer.maven;

import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.problem.LayerException;

/** Words for a pom in which nothing says what the layer is to hold. */
final class EmptyLayer {

    private EmptyLayer() {}

    /** {@code The layer would be empty: there are no requirements and no own files.} */
    static LayerException of(Language language) {
        return new LayerException(
                PomProblem.MISSING_PARAMETER,
                "The layer would be empty: " + nothing(language) + " and no own files.",
                hints(language));
    }

    private static String nothing(Language language) {
        return switch (language) {
            case PYTHON -> "there are no requirements";
            case JAVA -> "there are no dependencies";
            case NODEJS -> "there is no folder of npm";
        };
    }

    private static String[] hints(Language language) {
        return switch (language) {
            case PYTHON ->
                new String[] {
                    "<requirements><requirement>six</requirement></requirements> in the plugin's <configuration>",
                    "or own modules in src/main/python"
                };
            case JAVA -> new String[] {"a <dependency> of the scope compile or runtime"};
            case NODEJS ->
                new String[] {
                    "npm ci, which makes the folder node_modules", "or <sourceDirectory> with another such folder"
                };
        };
    }
}
