package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            throw named(e);
        }
    }

    /**
     * What is read of each layer, in their order.
     *
     * @throws LayerException that tells the faults of all, each with its layer where there are several; what is said of
     *     every layer alike stands outside of them, and is told once
     */
    static <T> List<T> askAll(List<DeclaredLayer> layers, Function<DeclaredLayer, T> work) {
        List<T> answers = new ArrayList<>();
        Map<DeclaredLayer, LayerException> faults = new LinkedHashMap<>();
        for (DeclaredLayer layer : layers) {
            try {
                answers.add(work.apply(layer));
            } catch (LayerException e) {
                faults.put(layer, e);
            }
        }
        throwIfAny(faults, layers.size());
        return answers;
    }

    private static void throwIfAny(Map<DeclaredLayer, LayerException> faults, int layers) {
        List<String> sentences = faults.values().stream()
                .map(LayerException::sentence)
                .distinct()
                .toList();
        if (layers > 1 && faults.size() == layers && sentences.size() == 1) {
            throw faults.values().iterator().next();
        }
        Problems problems = new Problems();
        faults.forEach((layer, fault) -> problems.add(layer.named(fault)));
        problems.throwIfAny();
    }

    private LayerException named(LayerException fault) {
        return oneOfSeveral ? fault.about("Layer " + spec.name()) : fault;
    }

    /** As {@link #ask}, for work that makes nothing. */
    void run(Consumer<LayerSpec> work) {
        ask(layer -> {
            work.accept(layer);
            return true;
        });
    }

    /** Whether of this layer it is only said what AWS would be asked to do. */
    boolean isDry() {
        return parameters.flag("dryRun", false);
    }
}
