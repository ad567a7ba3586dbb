package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.DependencyTree;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerSpec;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Says who requires what in the layer, which is built first unless it is still right.
 *
 * @since 0.1.0
 */
@Mojo(name = "tree", threadSafe = true)
public final class TreeMojo extends AbstractBuildingMojo {

    @Inject
    TreeMojo(MavenServices services) {
        super(services);
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        LayerBuild build = build();
        for (DeclaredLayer layer : layers) {
            LayerSpec spec = layer.spec();
            LayerResult result = build.assemble(spec);
            List<String> wanted = spec.wanted().requirements().stream()
                    .map(requirement -> requirement.name().value())
                    .toList();
            DependencyTree.lines(result, wanted).forEach(getLog()::info);
        }
    }
}
