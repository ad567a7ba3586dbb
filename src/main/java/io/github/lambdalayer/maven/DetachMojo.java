package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;
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
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        requireOnline();
        List<Delivery> deliveries = deliveries(layers);
        LayerBuild build = build();
        for (int i = 0; i < layers.size(); i++) {
            DeclaredLayer layer = layers.get(i);
            Delivery delivery = deliveries.get(i);
            if (delivery.functions().isEmpty()) {
                getLog().info("No <functions> are named for layer "
                        + layer.spec().name() + ".");
            } else {
                layer.run(spec -> build.detach(spec, delivery, isDry(layer)));
            }
        }
    }
}
