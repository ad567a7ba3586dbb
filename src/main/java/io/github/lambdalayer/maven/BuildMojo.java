package io.github.lambdalayer.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Builds the layer as {@code package} does, outside of a project too:
 *
 * <pre>
 * mvn io.github.lambdalayer:lambda-layer-maven-plugin:build -Dlambda-layer.runtimes=python3.13
 *     -Dlambda-layer.requirements=six -Dlambda-layer.layerName=six
 * </pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "build", requiresProject = false, threadSafe = true)
public final class BuildMojo extends AbstractBuildingMojo {

    @Inject
    BuildMojo(MavenServices services) {
        super(services);
    }

    /** A goal that needs no project is no matter of modules for Maven. */
    @Override
    String onlyHere() {
        return " Maven runs this goal in no other module: mvn lambda-layer:package builds the layers of all.";
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        assemble(layers, parameters);
    }
}
