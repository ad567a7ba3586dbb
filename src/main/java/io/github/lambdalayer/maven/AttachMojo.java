package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerSpec;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Puts the published version on the functions that are named, in the place of the one that they have, and takes it back
 * when a function fails with it.
 *
 * @since 0.1.0
 */
@Mojo(name = "attach", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class AttachMojo extends AbstractAwsMojo {

    @Inject
    AttachMojo(MavenServices services) {
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
            if (deliveries.get(i).functions().isEmpty()) {
                getLog().info("No <functions> are named for layer " + spec.name() + ".");
            } else {
                tell(spec, build.attach(spec, deliveries.get(i)));
            }
        }
    }
}
