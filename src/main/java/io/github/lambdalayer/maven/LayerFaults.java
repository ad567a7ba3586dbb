package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** The faults of several layers of one pom, each told with its layer; what is wrong with all of them alike is told once. */
final class LayerFaults {

    private record OfLayer(String name, Problems problems) {

        boolean holds(LayerException fault) {
            return problems.found().stream().anyMatch(each -> each.sentence().equals(fault.sentence()));
        }
    }

    private final List<OfLayer> layers = new ArrayList<>();

    /** Where the faults of the next layer are collected. */
    Problems of(String name) {
        Problems problems = new Problems();
        layers.add(new OfLayer(name, problems));
        return problems;
    }

    /** Adds all of them to those of the pom: {@code Layer ml: …}. */
    void addTo(Problems all) {
        for (OfLayer layer : layers) {
            for (LayerException fault : layer.problems().found()) {
                all.add(isOfAll(fault) ? fault : fault.about("Layer " + layer.name()));
            }
        }
    }

    private boolean isOfAll(LayerException fault) {
        return layers.stream().allMatch(layer -> layer.holds(fault));
    }
}
