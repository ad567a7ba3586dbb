package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;
import java.util.List;
import java.util.Optional;

/** The work in one region: look, then make a version where none is the same. */
final class RegionPublishing {

    private final AwsClients clients;
    private final String region;
    private final String account;
    private final PublishRequest request;
    private final Waiting waiting;

    RegionPublishing(AwsClients clients, String region, String account, PublishRequest request, Waiting waiting) {
        this.clients = clients;
        this.region = region;
        this.account = account;
        this.request = request;
        this.waiting = waiting;
    }

    /** Only reads, and throws when a version is wanted and could not be made. */
    PublishPlan plan() {
        Look look = look();
        if (look instanceof Look.Same same) {
            return new PublishPlan.Keep(region, same.arn());
        }
        if (!request.staging().isReference()) {
            new Preflight(clients).checkStorage(region, request.unzippedBytes());
        }
        Optional<S3Staging> staging = staging();
        staging.ifPresent(S3Staging::check);
        String bucket = staging.map(S3Staging::bucket).orElse("");
        Look.Missing missing = (Look.Missing) look;
        return new PublishPlan.Publish(region, missing.because(), bucket, missing.newest(), expected(missing.newest()));
    }

    /** Only for words: what is published gets the ARN that AWS gives it. */
    private LayerVersionArn expected(String newest) {
        if (!newest.isEmpty()) {
            LayerVersionArn last = LayerVersionArn.parse(newest);
            return LayerVersionArn.parse(last.withoutVersion() + ":" + (last.version() + 1));
        }
        return LayerVersionArn.parse("arn:" + Partition.of(region) + ":lambda:" + region + ":" + account + ":layer:"
                + request.layer() + ":1");
    }

    /** What {@link #share} would change, such as {@code + lambda-layer-account-210987654321}; only reads. */
    List<String> sharingChanges(PublishPlan plan) {
        if (!request.sharing().isDeclared()) {
            return List.of();
        }
        List<LayerPermission> wanted = request.sharing().permissions();
        return plan instanceof PublishPlan.Keep keep
                ? new PermissionCalls(clients, keep.arn(), waiting).differences(wanted)
                : wanted.stream().map(each -> "+ " + each.statementId()).toList();
    }

    /** Does what was planned, with the zip where {@link #stage} has put it. */
    PublishOutcome carryOut(PublishPlan plan, Optional<S3Staging.Staged> staged) {
        if (plan instanceof PublishPlan.Keep keep) {
            return new PublishOutcome.Unchanged(region, keep.arn());
        }
        String because = ((PublishPlan.Publish) plan).because();
        Optional<PublishOutcome.Published> published = upload(staged, because);
        published.ifPresent(made -> tellTwin(((PublishPlan.Publish) plan).expected(), made.arn()));
        return published.isPresent() ? published.get() : withoutTheObject(plan, because);
    }

    private Optional<PublishOutcome.Published> upload(Optional<S3Staging.Staged> staged, String because) {
        PublishCall call = new PublishCall(clients.lambdaForWrites(region), region, request, staged);
        Optional<PublishOutcome.Published> published =
                new VersionUpload(region, request, call, () -> isThere(staged), this::look, waiting).run(because);
        published.ifPresent(outcome -> staged.ifPresent(object -> tidy(outcome, object)));
        return published;
    }

    /** Where two builds publish the same at once, AWS makes a version for each of them. */
    private void tellTwin(LayerVersionArn expected, LayerVersionArn made) {
        if (made.version() > expected.version()) {
            new VersionSearch(clients.lambda(region), region, request)
                    .between(expected.version(), made.version())
                    .ifPresent(twin -> waiting.events()
                            .warned(
                                    region,
                                    "version " + made.version() + " is the same as version " + twin.version()
                                            + ", which another build has published meanwhile; either can be used."));
        }
    }

    private boolean isThere(Optional<S3Staging.Staged> staged) {
        return staged.isEmpty() || staging().orElseThrow().isThere(staged.get());
    }

    /** Another build of the same zip may have published it and deleted the object; if not, the zip is put there again. */
    private PublishOutcome withoutTheObject(PublishPlan plan, String because) {
        if (look() instanceof Look.Same same) {
            return new PublishOutcome.Unchanged(region, same.arn());
        }
        Optional<PublishOutcome.Published> published = upload(stage(plan), because);
        return published.orElseThrow(() -> new AwsFailures(region, "", "")
                .problem(
                        AwsProblem.OBJECT_GONE,
                        staging().orElseThrow().address() + " was deleted twice before Lambda had read it.",
                        null,
                        "see which rule or program deletes objects in the bucket"));
    }

    /** By the rule that was given: an object that Lambda has copied goes or stays; one that it goes on reading stays. */
    private void tidy(PublishOutcome.Published outcome, S3Staging.Staged object) {
        S3Staging staging = staging().orElseThrow();
        if (request.staging().isReference()) {
            waiting.events()
                    .warned(
                            region,
                            outcome.arn() + " reads " + staging.address() + " (version " + object.version()
                                    + ") for as long as it lives: when that is deleted, also by a lifecycle rule, functions"
                                    + " that have the layer cannot be updated any more.");
        } else if (request.staging().deletes()) {
            staging.delete(object).ifPresent(sentence -> waiting.events().warned(region, sentence));
        }
    }

    /** Lets those use the version that are declared, and nobody else of ours. */
    void share(PublishOutcome outcome) {
        if (request.sharing().isDeclared()) {
            List<String> changes = new PermissionCalls(clients, outcome.arn(), waiting)
                    .reconcile(request.sharing().permissions());
            changes.forEach(change -> waiting.events().shared(region, change));
        }
    }

    private Look look() {
        return new VersionSearch(clients.lambda(region), region, request).run();
    }

    private Optional<S3Staging> staging() {
        return request.isStaged() ? Optional.of(new S3Staging(clients, region, account, request)) : Optional.empty();
    }

    /** Puts the zip into the region's bucket, when the plan goes through one. */
    Optional<S3Staging.Staged> stage(PublishPlan plan) {
        Optional<S3Staging> way = plan instanceof PublishPlan.Publish ? staging() : Optional.empty();
        return way.map(staging -> {
            S3Staging.Staged staged = staging.put();
            waiting.events().staged(region, staging.address(), request.zippedBytes());
            return staged;
        });
    }
}
