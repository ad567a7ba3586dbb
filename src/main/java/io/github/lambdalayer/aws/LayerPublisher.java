package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.Crew.Attempt;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private static final int MOST_AT_ONCE = 8;

    /** The name of a zip that is not there yet: its digest has so many digits. */
    private static final String ANY_ZIP = "0".repeat(64) + ".zip";

    private static final long DIRECT_BYTES_AT_ONCE = 40_000_000L;

    private final AwsClients clients;
    private final Waiting waiting;

    /** Waits for real where AWS asks for it. */
    public LayerPublisher(AwsClients clients, AwsEvents events) {
        this(clients, events, AwsPause.SLEEPING);
    }

    public LayerPublisher(AwsClients clients, AwsEvents events, AwsPause pause) {
        this.clients = clients;
        this.waiting = new Waiting(pause, events);
    }

    /**
     * Whether the regions will do at all, before there is a zip: credentials, account, buckets; and of a layer that is
     * {@code fresh} here whether the account's storage is full already, or Lambda could not read from the bucket.
     *
     * @throws LayerException for all regions together
     */
    public void preflight(LayerName layer, Staging staging, boolean fresh) {
        Preflight preflight = new Preflight(clients);
        String account = preflight.account();
        new Crew(MOST_AT_ONCE).all(clients.regions(), region -> {
            if (!staging.bucket().isEmpty()) {
                checkBucket(layer, staging, fresh, region, account);
            }
            if (fresh && !staging.isReference()) {
                preflight.checkStorage(region, 0);
            }
            return region;
        });
    }

    private void checkBucket(LayerName layer, Staging staging, boolean fresh, String region, String account) {
        StageBucket bucket = new StageBucket(clients, region, account, staging.bucketIn(region, account));
        bucket.check();
        if (fresh && staging.isReference()) {
            bucket.checkReference(staging.folderIn(region, account, layer), ANY_ZIP);
        }
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

    /** What publishing would change about who else may use the layer, for each plan; only reads. */
    public List<List<String>> sharingChanges(PublishRequest request, List<PublishPlan> plans) {
        String account = new Preflight(clients).account();
        return new Crew(MOST_AT_ONCE)
                .all(plans, plan -> in(plan.region(), account, request).sharingChanges(plan));
    }

    private List<PublishPlan> plan(PublishRequest request, String account) {
        return crew(request)
                .all(clients.regions(), region -> in(region, account, request).plan());
    }

    /**
     * Publishes. A region that fails does not keep the others from going on, so the report has to be asked for
     * failures.
     *
     * @throws LayerException when something is wrong before a version was made anywhere
     */
    public PublishReport publish(PublishRequest request) {
        request.checkSize();
        String account = new Preflight(clients).account();
        List<Prepared> prepared =
                crew(request).all(plan(request, account), plan -> prepare(in(plan.region(), account, request), plan));
        List<Attempt<PublishOutcome>> attempts = crew(request).each(prepared, this::carryOut);
        List<PublishOutcome> outcomes = new ArrayList<>();
        List<RegionFailure> failures = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            PublishOutcome outcome = attempts.get(i).value();
            LayerException failure = attempts.get(i).failure();
            if (outcome != null) {
                outcomes.add(outcome);
            } else if (failure != null) {
                failures.add(new RegionFailure(prepared.get(i).plan().region(), failure));
            }
        }
        return new PublishReport(request.layer(), outcomes, failures);
    }

    /** A region whose zip is where it has to be. */
    private record Prepared(RegionPublishing region, PublishPlan plan, Optional<S3Staging.Staged> staged) {}

    private static Prepared prepare(RegionPublishing region, PublishPlan plan) {
        return new Prepared(region, plan, region.stage(plan));
    }

    private PublishOutcome carryOut(Prepared prepared) {
        PublishOutcome outcome = prepared.region().carryOut(prepared.plan(), prepared.staged());
        waiting.events().published(outcome);
        prepared.region().share(outcome);
        return outcome;
    }

    /** A zip that is sent with the request is in memory several times, so large ones go one after the other. */
    private static Crew crew(PublishRequest request) {
        long atOnce = request.isStaged() ? MOST_AT_ONCE : DIRECT_BYTES_AT_ONCE / Math.max(1, request.zippedBytes());
        return new Crew((int) Math.max(1, Math.min(MOST_AT_ONCE, atOnce)));
    }

    private RegionPublishing in(String region, String account, PublishRequest request) {
        return new RegionPublishing(clients, region, account, request, waiting);
    }
}
