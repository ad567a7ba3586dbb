package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.problem.Problems;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says which old versions of the layer no function uses, and deletes them with {@code -Dlambda-layer.confirm}. A version
 * stays that any function of the account and region uses, in what it is now or in a version of it.
 *
 * @since 0.1.0
 */
@Mojo(name = "prune", threadSafe = true)
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
public final class PruneMojo extends AbstractAwsMojo {

    /**
     * How many of the newest versions stay in any case.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.keep", defaultValue = "10")
    private String keep;

    /**
     * Deletes; without it the goal only shows.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.confirm", defaultValue = "false")
    private String confirm;

    @Inject
    PruneMojo(MavenServices services) {
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
    void require(Parameters layer, Problems problems) {
        super.require(layer, problems);
        problems.collect(() -> keep(layer));
        problems.collect(() -> layer.flag("confirm", false));
    }

    private static int keep(Parameters layer) {
        return layer.nonEmpty("keep").map(Words::count).orElse(10);
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        requireOnline();
        LayerBuild build = build();
        LeftAlone leftAlone = new LeftAlone();
        for (LayerDelivery each : deliveries(layers)) {
            Parameters own = each.layer().parameters();
            int most = keep(own);
            boolean confirmed = own.flag("confirm", false);
            int old = each.layer()
                    .ask(spec -> build.prune(
                            spec,
                            each.delivery(),
                            most,
                            confirmed && !each.layer().isDry()));
            leftAlone.add(
                    each.layer().spec().name().value(),
                    old,
                    confirmed,
                    each.layer().isDry());
        }
        leftAlone.lines().forEach(getLog()::info);
    }
}
