package io.github.lambdalayer.maven;

import io.github.lambdalayer.aws.IamPolicy;
import io.github.lambdalayer.aws.PolicyNeeds;
import io.github.lambdalayer.aws.PolicyNeeds.Goal;
import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the least IAM policy that this pom's goals need, as JSON on standard output: {@code mvn -q lambda-layer:policy}.
 * Asks nobody.
 *
 * @since 0.1.0
 */
@Mojo(name = "policy", threadSafe = true)
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
public final class PolicyMojo extends AbstractAwsMojo {

    /**
     * The goals that the policy is for: {@code publish}, {@code attach}, {@code plan}, {@code detach}, {@code prune}.
     * Without it: those of the pom's executions, or else {@code publish}, and {@code attach} where functions are named.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.goals")
    private List<String> goals;

    /**
     * A file that is written instead, seen from the project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.outputFile")
    private String outputFile;

    @Inject
    PolicyMojo(MavenServices services) {
        super(services);
    }

    @Override
    Dependencies needs(Parameters layer) {
        return Dependencies.NONE;
    }

    @Override
    void require(Parameters layer, Problems problems) {
        super.require(layer, problems);
        problems.collect(() -> goals(layer, false));
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        List<PolicyNeeds> needs = new ArrayList<>();
        for (LayerDelivery each : deliveries(layers)) {
            Delivery delivery = each.delivery();
            needs.add(new PolicyNeeds(
                    each.layer().spec().name(),
                    delivery.aws(),
                    delivery.staging(),
                    delivery.functions(),
                    delivery.sharing(),
                    goals(parameters, !delivery.functions().isEmpty()),
                    build().tokens(each.layer().spec())));
        }
        Outlet.ofJson(parameters, layers.get(0).spec().basedir(), getLog())
                .tell(List.of(), () -> IamPolicy.json(needs));
    }

    private Set<Goal> goals(Parameters parameters, boolean hasFunctions) {
        List<Given> given = parameters.list("goals", Separator.COMMA);
        if (!given.isEmpty()) {
            return given.stream()
                    .map(PolicyMojo::goal)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Goal.class)));
        }
        List<String> bound = BoundGoals.of(project(), execution());
        Set<Goal> known = Stream.of(Goal.values())
                .filter(goal -> bound.contains(word(goal)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Goal.class)));
        if (known.isEmpty()) {
            return hasFunctions ? EnumSet.of(Goal.PUBLISH, Goal.ATTACH) : EnumSet.of(Goal.PUBLISH);
        }
        return known;
    }

    private static Goal goal(Given given) {
        return Stream.of(Goal.values())
                .filter(goal -> word(goal).equals(given.text()))
                .findFirst()
                .orElseThrow(() -> unknown(given));
    }

    private static LayerException unknown(Given given) {
        return Words.bad(given, Stream.of(Goal.values()).map(PolicyMojo::word).toList());
    }

    private static String word(Goal goal) {
        return goal.name().toLowerCase(Locale.ROOT);
    }
}
