package io.github.lambdalayer.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;

/** The calls about a function's versions and its alias. */
final class VersionCalls {

    private final AwsClients clients;
    private final Attachment attachment;

    VersionCalls(AwsClients clients, Attachment attachment) {
        this.clients = clients;
        this.attachment = attachment;
    }

    /** Where an alias leads, under its own revision. */
    record Alias(String version, String revision) {}

    /**
     * The alias as it is now.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link AwsProblem#ALIAS_NOT_FOUND}, {@link
     *     AwsProblem#ALIAS_DIVIDED} and others
     */
    Alias alias() {
        try {
            GetAliasResponse reply = clients.lambda(attachment.region())
                    .getAlias(b -> b.functionName(function()).name(aliasName()));
            checkUndivided(reply.routingConfig());
            return new Alias(reply.functionVersion(), reply.revisionId() == null ? "" : reply.revisionId());
        } catch (SdkException e) {
            if (new AwsError(e).status() == 404) {
                throw attachment.problem(
                        AwsProblem.ALIAS_NOT_FOUND,
                        "has no alias " + aliasName() + ".",
                        "make it with aws lambda create-alias --function-name " + function() + " --region "
                                + attachment.region() + " --name " + aliasName() + " --function-version …");
            }
            throw failures("lambda:GetAlias").of(e);
        }
    }

    private void checkUndivided(@Nullable AliasRoutingConfiguration routing) {
        Map<String, Double> weights = routing == null ? Map.of() : routing.additionalVersionWeights();
        if (!weights.isEmpty()) {
            throw attachment.problem(
                    AwsProblem.ALIAS_DIVIDED,
                    "divides the calls of alias " + aliasName() + " between versions, so somebody else moves it.",
                    "wait for the end of that deployment, or leave <alias> out");
        }
    }

    /** Makes a version of the function as it had this revision; returns its number. One that is the same is taken. */
    String publish(String revision) {
        PublishVersionResponse reply = writes().publishVersion(b -> {
            b.functionName(function()).description("layer " + attachment.layerText());
            if (!revision.isEmpty()) {
                b.revisionId(revision);
            }
        });
        return reply.version();
    }

    /** Moves the alias to a version, unless it was changed since it had this revision. */
    void move(String version, String revision) {
        writes().updateAlias(b -> {
            b.functionName(function()).name(aliasName()).functionVersion(version);
            if (!revision.isEmpty()) {
                b.revisionId(revision);
            }
        });
    }

    /** Calls a version with the canary's event; what it says of its failure, or empty when it has none. */
    Optional<String> invoke(String version) {
        InvokeResponse reply = writes().invoke(b -> b.functionName(function())
                .qualifier(version)
                .payload(SdkBytes.fromUtf8String(attachment.wish().canary())));
        return reply.functionError() == null
                ? Optional.empty()
                : Optional.of(CanaryFailure.of(reply.payload().asUtf8String()));
    }

    AwsFailures failures(String action) {
        List<String> aliasActions = List.of("lambda:GetAlias", "lambda:UpdateAlias");
        String resource = "function " + function() + (aliasActions.contains(action) ? ":" + aliasName() : "");
        return new AwsFailures(attachment.region(), action, resource);
    }

    private LambdaClient writes() {
        return clients.lambdaForWrites(attachment.region());
    }

    private String function() {
        return attachment.function().value();
    }

    private String aliasName() {
        return attachment.wish().alias();
    }
}
