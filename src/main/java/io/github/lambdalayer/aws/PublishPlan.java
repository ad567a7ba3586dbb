package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;

/** What publishing would do in one region. */
public sealed interface PublishPlan {

    /** For example {@code eu-west-1}. */
    String region();

    /**
     * A version would be made.
     *
     * @param because why, as in {@link PublishOutcome.Published}
     * @param bucket the bucket that the zip goes through; empty when it is sent with the request
     * @param newest the ARN of the newest version that is there; empty for none
     * @param expected what the new one is going to be called, if nobody else publishes first
     */
    record Publish(String region, String because, String bucket, String newest, LayerVersionArn expected)
            implements PublishPlan {}

    /** The version that is there already stays the one. */
    record Keep(String region, LayerVersionArn arn) implements PublishPlan {}
}
