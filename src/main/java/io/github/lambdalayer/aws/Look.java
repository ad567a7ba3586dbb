package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;

/** What a look at the versions of a layer found. */
sealed interface Look {

    /** A version with the same content and the same metadata. */
    record Same(LayerVersionArn arn) implements Look {}

    /** No such version, why one is to be published, and the ARN of the newest that is there, or "". */
    record Missing(String because, String newest) implements Look {}
}
