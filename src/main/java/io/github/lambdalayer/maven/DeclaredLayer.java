package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.problem.LayerException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A layer of a project.
 *
 * @param spec what it is
 * @param parameters what was given for it, for those who want to know where it goes
 * @param oneOfSeveral whether the project has others too
 */
record DeclaredLayer(LayerSpec spec, Parameters parameters, boolean oneOfSeveral) {

    /**
     * What the work makes of the layer.
     *
     * @throws LayerException as the work does; where there are several layers it says of which: {@code Layer ml: …}
     */
    <T> T ask(Function<LayerSpec, T> work) {
        try {
            return work.apply(spec);
        } catch (LayerException e) {
            throw oneOfSeveral ? e.about("Layer " + spec.name()) : e;
        }
    }

    /** The same for work that makes nothing. */
    void run(Consumer<LayerSpec> work) {
        ask(layer -> {
            work.accept(layer);
            return true;
        });
    }
}
