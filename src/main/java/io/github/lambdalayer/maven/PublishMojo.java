package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerSpec;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Publishes the layer: one version for each region, and only where none of its versions is the same. Does first what {@code package}
 * does, unless that is still right.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class PublishMojo extends AbstractDeliveryMojo {

    @Inject
    PublishMojo(MavenServices services) {
        super(services);
    }

    @Override
    boolean isWanted(LayerSpec spec, Delivery delivery) {
        return true;
    }

    @Override
    void deliver(LayerBuild build, LayerSpec spec, Delivery delivery) {
        PublishedRegions regions = PublishedRegions.of(session(), spec);
        LayerResult result = build.publish(spec, delivery, regions.before());
        regions.remember(result);
        tell(spec, result);
        GitHubOutput.add(session().getSystemProperties(), result);
    }
}
