package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerSpec;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Publishes the layer: one version for each region, and only where the newest one differs. Does first what {@code package}
 * does, unless that is still right.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class PublishMojo extends AbstractAwsMojo {

    @Inject
    PublishMojo(MavenServices services) {
        super(services);
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        requireOnline();
        List<Delivery> deliveries = deliveries(layers);
        if (parameters.flag("dryRun", false)) {
            tellPlans(layers, deliveries);
            return;
        }
        LayerBuild build = build();
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec spec = layers.get(i).spec();
            tell(spec, build.publish(spec, deliveries.get(i)));
        }
    }
}
