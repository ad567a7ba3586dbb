package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes layers of what the user gave: text in, values out. Every fault is collected with its place, and all are thrown
 * together, so that a pom with three mistakes is mended in one round.
 */
final class SpecReader {

    private final Surroundings surroundings;
    private final Problems problems = new Problems();

    SpecReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The layers of a goal: one, one for each {@code <layer>}, and two of each where it names two architectures.
     *
     * @throws LayerException that tells every fault
     */
    List<DeclaredLayer> read(Parameters parameters) {
        List<ParameterTree> layers = parameters.parts("layers");
        List<Parameters> each = layers.isEmpty()
                ? List.of(parameters)
                : layers.stream().map(parameters::of).toList();
        List<List<DeclaredLayer>> perLayer = perLayer(each);
        OwnFileNames names = new OwnFileNames(problems);
        names.requireOwnLocks(perLayer);
        List<DeclaredLayer> declared = perLayer.stream().flatMap(List::stream).toList();
        List<DeclaredLayer> all = new Providers(problems, declared).connected(declared);
        names.requireOwnZips(all);
        problems.throwIfAny();
        return only(parameters, all);
    }

    private List<List<DeclaredLayer>> perLayer(List<Parameters> layers) {
        MavenWheels wheels = wheels(layers);
        LayerFaults faults = new LayerFaults();
        List<List<DeclaredLayer>> perLayer = new ArrayList<>();
        for (Parameters layer : layers) {
            Problems own = faults.of(surroundings.nameOf(layer).text());
            LayerReader reader = new LayerReader(surroundings, own, wheels);
            List<DeclaredLayer> read = own.collect(() -> reader.read(layer, layers.size() > 1));
            surroundings.goal().accept(layer, own);
            perLayer.add(read == null ? List.of() : read);
        }
        faults.addTo(problems);
        return perLayer;
    }

    /** Whether anything is asked for at all: a module of a reactor may have no layer of its own. */
    boolean isDeclared(Parameters parameters) {
        return !parameters.parts("layers").isEmpty()
                || new LayerReader(surroundings, problems, MavenWheels.NONE).isDeclared(parameters);
    }

    /** The wheels among the dependencies of the project, where a layer wants them. */
    private MavenWheels wheels(List<Parameters> layers) {
        boolean areWanted = layers.stream()
                .anyMatch(layer -> LayerReader.isPython(layer) && surroundings.needs(layer) != Dependencies.NONE);
        List<Artifacts.Found> found = areWanted ? problems.collect(surroundings.artifacts()::wheels) : null;
        return found == null ? MavenWheels.NONE : MavenWheels.of(found, problems);
    }

    /** Those that are picked, by their own names or by the one that two architectures share. */
    private List<DeclaredLayer> only(Parameters parameters, List<DeclaredLayer> layers) {
        List<Given> only = parameters.list("only", Separator.COMMA);
        only.stream()
                .filter(name -> layers.stream().noneMatch(layer -> isNamed(layer, name.text()))
                        && !surroundings.modules().have(name.text()))
                .forEach(name -> problems.add(Words.bad(name, names(layers))));
        problems.throwIfAny();
        return layers.stream()
                .filter(layer -> only.isEmpty() || only.stream().anyMatch(name -> isNamed(layer, name.text())))
                .toList();
    }

    /** Those of this module, then those of the others. */
    private List<String> names(List<DeclaredLayer> layers) {
        return Stream.concat(
                        layers.stream().map(layer -> layer.spec().name().value()),
                        surroundings.modules().names().stream()
                                .filter(name -> layers.stream().noneMatch(layer -> isNamed(layer, name))))
                .toList();
    }

    private boolean isNamed(DeclaredLayer layer, String name) {
        return layer.spec().name().value().equals(name)
                || surroundings.nameOf(layer.parameters()).text().equals(name);
    }
}
