package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerSpec;
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
public final class AttachMojo extends AbstractDeliveryMojo {

    @Inject
    AttachMojo(MavenServices services) {
        super(services);
    }

    @Override
    boolean isWanted(LayerSpec spec, Delivery delivery) {
        if (delivery.functions().isEmpty()) {
            getLog().info("No <functions> are named for layer " + spec.name() + ".");
        }
        return !delivery.functions().isEmpty();
    }

    @Override
    void deliver(LayerBuild build, LayerSpec spec, Delivery delivery) {
        tell(spec, build.attach(spec, delivery));
    }
}
