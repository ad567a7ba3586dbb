package io.github.lambdalayer.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Under which classifier the zip of each layer is attached to the project. */
final class Classifiers {

    private Classifiers() {}

    /**
     * The zips with their classifiers, those left out that do not want to be attached. Where the pom has several, each has
     * the name of its layer, unless its own {@code <layer>} says another; two zips under one would replace one another.
     *
     * @param outside what stands outside of every {@code <layer>}
     */
    static Map<Path, String> of(List<DeclaredLayer> layers, Parameters outside) {
        Map<Path, String> classifiers = new LinkedHashMap<>();
        for (DeclaredLayer layer : layers) {
            if (layer.parameters().flag("attachArtifact", true)) {
                classifiers.put(layer.spec().files().zip(), classifier(layer, layers, given(outside)));
            }
        }
        return classifiers;
    }

    private static String classifier(DeclaredLayer layer, List<DeclaredLayer> layers, String outside) {
        String own = given(layer.parameters());
        long sharing = layers.stream()
                .filter(other -> given(other.parameters()).equals(own))
                .count();
        boolean unlike = !layer.oneOfSeveral() || (!own.equals(outside) && sharing == 1);
        return unlike ? own : layer.spec().name().value();
    }

    private static String given(Parameters parameters) {
        return parameters.nonEmpty("classifier").map(Given::text).orElse("lambda-layer");
    }
}
