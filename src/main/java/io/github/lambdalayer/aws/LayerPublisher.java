package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes a layer to every region, where none of its versions has the same content and says the same of itself.
 *
 * <pre>{@code
 * List<PublishOutcome> outcomes = new LayerPublisher(clients, events).publish(request).orThrow();
 * }</pre>
 *
 * <p>All regions are looked at, and all that could be wrong is checked, before the first call that changes something.
 */
public final class LayerPublisher {

    private final AwsClients clients;
    private final Waiting waiting;

    /** Waits for real where AWS asks for it. */
    public LayerPublisher(AwsClients clients, AwsEvents events) {
        this(clients, events, Pause.SLEEPING);
    }

    public LayerPublisher(AwsClients clients, AwsEvents events, Pause pause) {
        this.clients = clients;
        this.waiting = new Waiting(pause, events);
    }

    /**
     * What {@link #publish} would do; only reads.
     *
     * @throws LayerException for all regions together, when something is wrong in any
     */
    public List<PublishPlan> plan(PublishRequest request) {
        request.checkSize();
        return plan(request, new Preflight(clients).account());
    }

    private List<PublishPlan> plan(PublishRequest request, String account) {
        Problems problems = new Problems();
        List<PublishPlan> plans = new ArrayList<>();
        for (String region : clients.regions()) {
            PublishPlan plan =
                    problems.collect(() -> in(region, account, request).plan());
            if (plan != null) {
                plans.add(plan);
            }
        }
        problems.throwIfAny();
        return plans;
    }

    /**
     * Publishes. A region that fails does not keep the others from going on, so the report has to be asked for
     * failures.
     *
     * @throws LayerException when something is wrong before anything was changed
     */
    public PublishReport publish(PublishRequest request) {
        request.checkSize();
        String account = new Preflight(clients).account();
        List<PublishOutcome> outcomes = new ArrayList<>();
        List<RegionFailure> failures = new ArrayList<>();
        for (PublishPlan plan : plan(request, account)) {
            try {
                PublishOutcome outcome = in(plan.region(), account, request).carryOut(plan);
                outcomes.add(outcome);
                waiting.events().published(outcome);
            } catch (LayerException e) {
                failures.add(new RegionFailure(plan.region(), e));
                if (e.code() == AwsProblem.INTERRUPTED) {
                    break;
                }
            }
        }
        return new PublishReport(request.layer(), outcomes, failures);
    }

    private RegionPublishing in(String region, String account, PublishRequest request) {
        return new RegionPublishing(clients, region, account, request, waiting);
    }
}
