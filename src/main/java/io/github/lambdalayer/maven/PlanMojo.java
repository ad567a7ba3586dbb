package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.DeliveryPlan;
import io.github.lambdalayer.build.PlanWriter;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what {@code publish} and {@code attach} would do, and changes nothing at AWS: versions with their reasons, packages
 * that come, go or change, functions, and the room that they have left. Whether that is anything is the property
 * {@code lambda-layer.<layerName>.changes}.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", threadSafe = true)
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
public final class PlanMojo extends AbstractAwsMojo {

    /**
     * {@code text}, or {@code json}, which goes to standard output without a prefix.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.output", defaultValue = "text")
    private String output;

    /**
     * A file that is written instead of the log, seen from the project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.outputFile")
    private String outputFile;

    /**
     * Whether the goal fails when anything would be done, for a CI that shall find out.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.failOnChanges", defaultValue = "false")
    private String failOnChanges;

    @Inject
    PlanMojo(MavenServices services) {
        super(services);
    }

    @Override
    void require(Parameters layer, Problems problems) {
        super.require(layer, problems);
        problems.collect(() -> outlet(layer));
        problems.collect(() -> layer.flag("failOnChanges", false));
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        requireOnline();
        List<DeliveryPlan> plans = plans(deliveries(layers));
        List<String> lines =
                plans.stream().flatMap(plan -> PlanText.lines(plan).stream()).toList();
        outlet(parameters).tell(lines, () -> PlanWriter.write(plans));
        List<String> changing = plans.stream()
                .filter(DeliveryPlan::changes)
                .map(DeliveryPlan::layer)
                .collect(Collectors.toList());
        if (!changing.isEmpty() && parameters.flag("failOnChanges", false)) {
            throw new LayerException(
                    PomProblem.CHANGES_PLANNED,
                    "There is something to do for " + String.join(", ", changing) + ", and failOnChanges is set.",
                    "mvn lambda-layer:publish lambda-layer:attach");
        }
    }
}
