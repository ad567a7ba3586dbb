package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that changes something at AWS for each layer, at once or when the last module has been built. */
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
abstract class AbstractDeliveryMojo extends AbstractAwsMojo {

    /**
     * Waits until every module of the reactor has been built, and then publishes all layers, or attaches them; when a
     * module fails, none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.publishAtEnd", defaultValue = "false")
    private String publishAtEnd;

    AbstractDeliveryMojo(MavenServices services) {
        super(services);
    }

    @Override
    void require(Parameters layer, Problems problems) {
        super.require(layer, problems);
        problems.collect(() -> layer.flag("publishAtEnd", false));
    }

    /** Does the goal's work for one layer. */
    abstract void deliver(LayerBuild build, LayerSpec spec, Delivery delivery);

    /** Whether there is anything to do for a layer; says so when there is not. */
    abstract boolean isWanted(LayerSpec spec, Delivery delivery);

    @Override
    final void run(List<DeclaredLayer> layers, Parameters parameters) {
        requireOnline();
        List<LayerDelivery> deliveries = deliveries(layers);
        tellPlans(deliveries.stream().filter(each -> each.layer().isDry()).toList());
        List<LayerDelivery> real =
                deliveries.stream().filter(each -> !each.layer().isDry()).toList();
        if (!real.isEmpty() && parameters.flag("publishAtEnd", false)) {
            putOff(build(), real);
        } else {
            deliver(build(), real);
            leftOut();
        }
    }

    private void deliver(LayerBuild build, List<LayerDelivery> deliveries) {
        for (LayerDelivery each : deliveries) {
            if (isWanted(each.layer().spec(), each.delivery())) {
                each.layer().run(spec -> deliver(build, spec, each.delivery()));
            }
        }
    }

    private void putOff(LayerBuild build, List<LayerDelivery> deliveries) {
        Resumed.leftOut(session(), project(), execution()).ifPresent(getLog()::warn);
        List<AtEnd.Work> work = new ArrayList<>();
        for (LayerDelivery each : deliveries) {
            if (isWanted(each.layer().spec(), each.delivery())) {
                if (each.delivery().zip().isEmpty()) {
                    each.layer().run(build::assemble);
                }
                work.add(new Later(build, each));
            }
        }
        if (!atEnd().arrive(work)) {
            getLog().info("  later     " + goal() + ", when the last module is built");
        }
    }

    /** The run counts also where there is nothing to do, or it is skipped: the last one may be this one. */
    @Override
    final void leftOut() {
        atEnd().arrive(List.of());
    }

    private AtEnd atEnd() {
        String id = execution().getExecutionId();
        boolean onCommandLine = id.startsWith("default-cli")
                || session().getGoals().stream().anyMatch(asked -> asked.endsWith(":" + goal() + "@" + id));
        int runs = onCommandLine ? session().getProjects().size() : boundRuns();
        return new AtEnd(session().getRequest().getData(), goal() + (onCommandLine ? " called as " + id : ""), runs);
    }

    private int boundRuns() {
        ReachedPhases reached = ReachedPhases.of(session(), services().phases());
        String usual = execution().getMojoDescriptor().getPhase();
        return session().getProjects().stream()
                .mapToInt(project -> BoundGoals.runs(project, execution(), usual, reached))
                .sum();
    }

    /** One layer that waits. */
    private final class Later implements AtEnd.Work {

        private final LayerBuild build;
        private final LayerDelivery each;

        Later(LayerBuild build, LayerDelivery each) {
            this.build = build;
            this.each = each;
        }

        @Override
        public void check() {
            each.layer().run(spec -> build.plan(spec, each.delivery()));
        }

        @Override
        public void carryOut() {
            each.layer().run(spec -> deliver(build, spec, each.delivery()));
        }
    }
}
