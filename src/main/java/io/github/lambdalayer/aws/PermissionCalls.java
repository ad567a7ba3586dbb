package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.VersionPolicy.Grant;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionPolicyResponse;

/**
 * Brings the policy of one version to what is declared: policies belong to versions, so a new one has none. Statements
 * that are not ours are left alone; each change is guarded by the policy's revision.
 */
final class PermissionCalls {

    private static final Duration MOST_WAITING = Duration.ofMinutes(2);
    private static final int MOST_STEPS = 200;

    private final AwsClients clients;
    private final LayerVersionArn version;
    private final Waits waits;

    PermissionCalls(AwsClients clients, LayerVersionArn version, Waiting waiting) {
        this.clients = clients;
        this.version = version;
        this.waits = waiting.in(version.region(), MOST_WAITING);
    }

    /** What would be changed: {@code + account 123…}, in the order in which it is done. */
    List<String> differences(List<LayerPermission> wanted) {
        return differences(read().grants(), right(wanted));
    }

    private static List<String> differences(Map<String, Grant> grants, Map<String, Grant> right) {
        return Stream.concat(
                        grants.keySet().stream()
                                .filter(id -> !right.containsKey(id))
                                .sorted()
                                .map(id -> "- " + id),
                        right.keySet().stream()
                                .filter(id -> !Objects.equals(right.get(id), grants.get(id)))
                                .map(id -> "+ " + id))
                .toList();
    }

    /** Changes what differs, and returns that; with none that is declared and none there it only reads. */
    List<String> reconcile(List<LayerPermission> wanted) {
        Map<String, Grant> right = right(wanted);
        VersionPolicy policy = read();
        List<String> differences = differences(policy.grants(), right);
        for (int step = 0; step < MOST_STEPS; step++) {
            Map<String, Grant> now = policy.grants();
            List<String> wrong = now.keySet().stream()
                    .filter(id -> !Objects.equals(now.get(id), right.get(id)))
                    .sorted()
                    .toList();
            if (!wrong.isEmpty()) {
                remove(wrong.get(0), policy.revision());
            } else if (addMissing(wanted, policy)) {
                return differences;
            }
            policy = read();
        }
        throw new AwsFailures(version.region(), "lambda:AddLayerVersionPermission", version.value())
                .problem(
                        AwsProblem.PERMISSIONS_CONTENDED,
                        "the permissions of " + version + " are changed by someone else all the time.",
                        null,
                        "run mvn lambda-layer:publish again when the other deployment has ended");
    }

    private static Map<String, Grant> right(List<LayerPermission> wanted) {
        return wanted.stream()
                .collect(Collectors.toMap(
                        LayerPermission::statementId, Grant::of, (one, other) -> one, LinkedHashMap::new));
    }

    private VersionPolicy read() {
        try {
            GetLayerVersionPolicyResponse reply = clients.lambda(version.region())
                    .getLayerVersionPolicy(
                            b -> b.layerName(version.layer().value()).versionNumber(version.version()));
            return VersionPolicy.parse(reply.policy(), reply.revisionId() == null ? "" : reply.revisionId());
        } catch (SdkException e) {
            if (new AwsError(e).status() == 404) {
                return VersionPolicy.NONE;
            }
            throw failure("lambda:GetLayerVersionPolicy", e);
        } catch (IOException e) {
            throw new AwsFailures(version.region(), "lambda:GetLayerVersionPolicy", version.value())
                    .problem(AwsProblem.AWS_FAILED, "the policy of " + version + " is not JSON.", e);
        }
    }

    /** Whether all are there; false when the policy has to be read again. */
    private boolean addMissing(List<LayerPermission> wanted, VersionPolicy policy) {
        String revision = policy.revision();
        for (LayerPermission permission : wanted) {
            if (!policy.grants().containsKey(permission.statementId())) {
                revision = add(permission, revision);
                if (revision.equals(AGAIN)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static final String AGAIN = "again";

    /** The policy's next revision, or {@link #AGAIN} when somebody else was faster. */
    private String add(LayerPermission permission, String revision) {
        try {
            String next = clients.lambdaForWrites(version.region())
                    .addLayerVersionPermission(b -> {
                        b.layerName(version.layer().value())
                                .versionNumber(version.version())
                                .statementId(permission.statementId())
                                .action("lambda:GetLayerVersion")
                                .principal(permission.principal());
                        if (!permission.organization().isEmpty()) {
                            b.organizationId(permission.organization());
                        }
                        if (!revision.isEmpty()) {
                            b.revisionId(revision);
                        }
                    })
                    .revisionId();
            return next == null ? "" : next;
        } catch (SdkException e) {
            recover("lambda:AddLayerVersionPermission", e);
            return AGAIN;
        }
    }

    private void remove(String statementId, String revision) {
        try {
            clients.lambdaForWrites(version.region()).removeLayerVersionPermission(b -> {
                b.layerName(version.layer().value())
                        .versionNumber(version.version())
                        .statementId(statementId);
                if (!revision.isEmpty()) {
                    b.revisionId(revision);
                }
            });
        } catch (SdkException e) {
            recover("lambda:RemoveLayerVersionPermission", e);
        }
    }

    /** Returns when reading again makes sense. */
    private void recover(String action, SdkException e) {
        AwsError error = new AwsError(e);
        boolean raced = error.status() == 412 || error.status() == 409 || error.status() == 404;
        boolean mayPass = raced || error.isThrottled() || error.isAmbiguous();
        if (!mayPass || !waits.asTold(error, "no good answer to " + action)) {
            throw failure(action, e);
        }
    }

    private LayerException failure(String action, SdkException e) {
        return new AwsFailures(version.region(), action, version.value()).of(e);
    }
}
