package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;

/** How publishing ended in one region. */
public sealed interface PublishOutcome {

    /** For example {@code eu-west-1}. */
    String region();

    /** The version that holds the layer now, as AWS named it. */
    LayerVersionArn arn();

    /** The version's number. */
    default long version() {
        return arn().version();
    }

    /**
     * A version was made.
     *
     * @param because why: {@code "first version"}, {@code "new content"}, {@code "same content as version 6, but other
     *     runtimes"} or {@code "already published by the interrupted attempt"}
     */
    record Published(String region, LayerVersionArn arn, String because) implements PublishOutcome {}

    /** A version with this content and these words was there already; nothing was sent. */
    record Unchanged(String region, LayerVersionArn arn) implements PublishOutcome {}
}
