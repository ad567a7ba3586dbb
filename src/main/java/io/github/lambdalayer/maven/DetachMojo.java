package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerBuild;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Takes the layer off the functions that are named, in whatever version they have it. Builds nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "detach", threadSafe = true)
public final class DetachMojo extends AbstractAwsMojo {

    @Inject
    DetachMojo(MavenServices services) {
        super(services);
    }

    @Override
    Dependencies needs(Parameters layer) {
        return Dependencies.NONE;
    }

    @Override
    boolean isSent() {
        return false;
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        requireOnline();
        LayerBuild build = build();
        for (LayerDelivery each : deliveries(layers)) {
            if (each.delivery().functions().isEmpty()) {
                getLog().info("No <functions> are named for layer "
                        + each.layer().spec().name() + ".");
            } else {
                each.layer()
                        .run(spec ->
                                build.detach(spec, each.delivery(), each.layer().isDry()));
            }
        }
    }
}
