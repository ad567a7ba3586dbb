package io.github.lambdalayer.maven;

import java.util.List;

/** Parts of a pom's configuration, as tests write them. */
final class PomTrees {

    private PomTrees() {}

    static ParameterTree text(String name, String text) {
        return ParameterTree.text(name, text);
    }

    static ParameterTree runtimes(String... runtimes) {
        return ParameterTree.list("runtimes", List.of(runtimes));
    }

    static ParameterTree requirements(String... requirements) {
        return ParameterTree.list("requirements", List.of(requirements));
    }

    static ParameterTree layers(ParameterTree... layers) {
        return new ParameterTree("layers", "", List.of(layers));
    }

    static ParameterTree layer(ParameterTree... parameters) {
        return new ParameterTree("layer", "", List.of(parameters));
    }

    static ParameterTree indexes(ParameterTree... indexes) {
        return new ParameterTree("indexes", "", List.of(indexes));
    }

    static ParameterTree index(String id, String url) {
        return new ParameterTree("index", "", List.of(text("id", id), text("url", url)));
    }
}
