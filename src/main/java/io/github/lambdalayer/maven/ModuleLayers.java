package io.github.lambdalayer.maven;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The names of the layers that the modules of a build declare, as far as their poms tell without being read whole. */
final class ModuleLayers {

    /** There are no other modules. */
    static final ModuleLayers NONE = new ModuleLayers(Set.of());

    private static final String NAME = "layerName";

    private final Set<String> names;

    ModuleLayers(Set<String> names) {
        this.names = new TreeSet<>(names);
    }

    /** Those of modules whose poms name this plugin. */
    static ModuleLayers of(List<MavenProject> modules, MojoExecution execution) {
        Set<String> names = new TreeSet<>();
        for (MavenProject module : modules) {
            String otherwise = module.getProperties().getProperty(Parameters.PREFIX + NAME, module.getArtifactId());
            PomConfiguration.all(module, execution)
                    .forEach(pom -> names(pom, otherwise).forEach(names::add));
        }
        return new ModuleLayers(names);
    }

    private static Stream<String> names(ParameterTree pom, String otherwise) {
        String outside = name(pom, otherwise);
        List<ParameterTree> layers =
                pom.child("layers").map(ParameterTree::children).orElse(List.of());
        return layers.isEmpty() ? Stream.of(outside) : layers.stream().map(layer -> name(layer, outside));
    }

    private static String name(ParameterTree layer, String otherwise) {
        return layer.child(NAME)
                .map(ParameterTree::text)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    /** In the order of the alphabet. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Whether a module has that layer, or one of that name for several architectures. */
    boolean have(String name) {
        return Stream.of("", "-x86_64", "-arm64")
                .filter(name::endsWith)
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .anyMatch(names::contains);
    }
}
