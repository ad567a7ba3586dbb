package io.github.lambdalayer.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Builds the layer: reads the lock or resolves, fetches and verifies wheels, checks what they make together, and writes
 * {@code target/lambda-layer/<layerName>.zip}. What is still right is not done again.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends AbstractBuildingMojo {

    @Inject
    PackageMojo(MavenServices services) {
        super(services);
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        assemble(layers, parameters);
    }
}
