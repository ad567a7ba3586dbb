package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;
import java.time.Duration;

/** What happens while AWS is asked, told at once; every method may be left out. */
public interface AwsEvents {

    /** Listens to nothing. */
    AwsEvents NONE = new AwsEvents() {};

    /** A region is done: the moment to write it down, since a later region may fail. */
    default void published(PublishOutcome outcome) {}

    /** A zip of so many bytes is in the bucket; {@code address} is for example {@code s3://stage/lambda-layers/…}. */
    default void staged(String region, String address, long bytes) {}

    /** Who else may use a version was changed, for example {@code + lambda-layer-account-210987654321}. */
    default void shared(String region, String change) {}

    /** A function is done. */
    default void attached(AttachOutcome outcome) {}

    /** A function is done, by {@link LayerDetacher}. */
    default void detached(DetachOutcome outcome) {}

    /** A layer's version was deleted, by {@link LayerPruner}. */
    default void deleted(LayerVersionArn version) {}

    /** So many of the functions are done. */
    default void progressed(int done, int total) {}

    /** Nothing goes on for that long; {@code because} is for example {@code "AWS asks to slow down"}. */
    default void waiting(String region, String because, Duration pause) {}

    /** Something that the user should know, in a whole sentence. */
    default void warned(String region, String sentence) {}
}
