package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.PublishOutcome.Published;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes one version, once. The call has no token that would make it safe to repeat, so after a failure that leaves
 * open whether it was carried out, the versions are looked at before it is sent again.
 */
final class VersionUpload {

    private static final String ACTION = "lambda:PublishLayerVersion";
    private static final Duration MOST_WAITING = Duration.ofMinutes(5);
    private static final int MOST_SENDS = 4;

    /** How often is looked after a silence: the service may still be at work on what it was sent. */
    private static final int LOOKS_AFTER_SILENCE = 3;

    private final String region;
    private final PublishCall call;
    private final BooleanSupplier isThere;
    private final Supplier<Look> look;
    private final AwsFailures failures;
    private final Waits waits;

    /**
     * A call that makes a version.
     *
     * @param isThere whether the object is there that Lambda is to read
     */
    VersionUpload(
            String region,
            PublishRequest request,
            PublishCall call,
            BooleanSupplier isThere,
            Supplier<Look> look,
            Waiting waiting) {
        this.region = region;
        this.isThere = isThere;
        this.call = call;
        this.look = look;
        this.failures = new AwsFailures(region, ACTION, "layer " + request.layer());
        this.waits = waiting.in(region, MOST_WAITING);
    }

    /** The version; empty when the object that Lambda was to read is gone. */
    Optional<Published> run(String because) {
        int sends = 0;
        while (true) {
            try {
                return Optional.of(new Published(region, call.send(), because));
            } catch (SdkException e) {
                AwsError error = new AwsError(e);
                if (error.isThrottled() && waits.asTold(error, "AWS asks to slow down")) {
                    continue;
                }
                if (isObjectGone(error)) {
                    return Optional.empty();
                }
                if (!error.isAmbiguous()) {
                    throw failures.of(e);
                }
                Optional<LayerVersionArn> found = lookAgain(error);
                if (found.isPresent()) {
                    return found.map(arn -> new Published(region, arn, "already published by the interrupted attempt"));
                }
                if (++sends == MOST_SENDS) {
                    throw uncertain(e);
                }
            }
        }
    }

    private boolean isObjectGone(AwsError error) {
        return error.message().contains("S3 Error Code: NoSuchKey")
                || error.message().contains("S3 Error Code: NoSuchVersion")
                || (error.message().contains("S3 Error Code: AccessDenied") && !isThere.getAsBoolean());
    }

    private Optional<LayerVersionArn> lookAgain(AwsError error) {
        int looks = error.hasNoAnswer() ? LOOKS_AFTER_SILENCE : 1;
        String because = (error.hasNoAnswer() ? "no answer to " : "AWS failed at ") + ACTION;
        for (int i = 0; i < looks && waits.more(because); i++) {
            if (look.get() instanceof Look.Same same) {
                return Optional.of(same.arn());
            }
        }
        return Optional.empty();
    }

    private LayerException uncertain(SdkException cause) {
        return failures.problem(
                AwsProblem.PUBLISH_UNCERTAIN,
                ACTION + " on " + failures.resource() + " was sent " + MOST_SENDS
                        + " times without a good answer, and no version with this content is to be seen.",
                cause,
                "run mvn lambda-layer:publish again: it looks first, and does not publish twice");
    }
}
