package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * What is read of each layer, in their order.
     *
     * @throws LayerException that tells the faults of all, each with its layer where there are several
     */
    static <T> List<T> askAll(List<DeclaredLayer> layers, Function<DeclaredLayer, T> work) {
        Problems problems = new Problems();
        List<T> answers = new ArrayList<>();
        for (DeclaredLayer layer : layers) {
            T answer = problems.collect(() -> layer.ask(spec -> work.apply(layer)));
            if (answer != null) {
                answers.add(answer);
            }
        }
        problems.throwIfAny();
        return answers;
    }

    /** As {@link #ask}, for work that makes nothing. */
    void run(Consumer<LayerSpec> work) {
        ask(layer -> {
            work.accept(layer);
            return true;
        });
    }
}
