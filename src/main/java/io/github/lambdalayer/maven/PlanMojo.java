package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerSpec;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Says what {@code publish} and {@code attach} would do, and changes nothing at AWS.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", threadSafe = true)
public final class PlanMojo extends AbstractAwsMojo {

    @Inject
    PlanMojo(MavenServices services) {
        super(services);
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        requireOnline();
        List<Delivery> deliveries = deliveries(layers);
        LayerBuild build = build();
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec spec = layers.get(i).spec();
            build.planToPublish(spec, deliveries.get(i));
            sayWhereItWouldBe(spec, deliveries.get(i));
        }
    }
}
