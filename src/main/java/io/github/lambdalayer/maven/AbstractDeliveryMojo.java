package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerSpec;
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

    /** Does the goal's work for one layer. */
    abstract void deliver(LayerBuild build, LayerSpec spec, Delivery delivery);

    /** Whether there is anything to do for a layer; says so when there is not. */
    abstract boolean isWanted(LayerSpec spec, Delivery delivery);

    @Override
    final void run(List<DeclaredLayer> layers, Parameters parameters) {
        requireOnline();
        List<Delivery> deliveries = deliveries(layers);
        List<DeclaredLayer> real = new ArrayList<>();
        List<Delivery> theirs = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (isDry(layers.get(i))) {
                tellPlans(List.of(layers.get(i)), List.of(deliveries.get(i)));
            } else {
                real.add(layers.get(i));
                theirs.add(deliveries.get(i));
            }
        }
        if (!real.isEmpty() && parameters.flag("publishAtEnd", false)) {
            putOff(build(), real, theirs);
        } else {
            deliver(real, theirs);
            leftOut();
        }
    }

    private void deliver(List<DeclaredLayer> layers, List<Delivery> deliveries) {
        LayerBuild build = build();
        for (int i = 0; i < layers.size(); i++) {
            DeclaredLayer layer = layers.get(i);
            Delivery delivery = deliveries.get(i);
            if (isWanted(layer.spec(), delivery)) {
                layer.run(spec -> deliver(build, spec, delivery));
            }
        }
    }

    private void putOff(LayerBuild build, List<DeclaredLayer> layers, List<Delivery> deliveries) {
        Resumed.leftOut(session(), project(), execution()).ifPresent(getLog()::warn);
        List<AtEnd.Work> work = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            DeclaredLayer layer = layers.get(i);
            Delivery delivery = deliveries.get(i);
            if (isWanted(layer.spec(), delivery)) {
                if (delivery.zip().isEmpty()) {
                    layer.run(build::assemble);
                }
                work.add(new Later(build, layer, delivery));
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
        private final DeclaredLayer layer;
        private final Delivery delivery;

        Later(LayerBuild build, DeclaredLayer layer, Delivery delivery) {
            this.build = build;
            this.layer = layer;
            this.delivery = delivery;
        }

        @Override
        public void check() {
            layer.run(spec -> build.plan(spec, delivery));
        }

        @Override
        public void carryOut() {
            layer.run(spec -> deliver(build, spec, delivery));
        }
    }
}
