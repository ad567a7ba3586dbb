package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;

/** What a look at the versions of a layer found. */
sealed interface Look {

    /** A version with the same content and the same metadata. */
    record Same(LayerVersionArn arn) implements Look {}

    /** No such version, and why one is to be published. */
    record Missing(String because) implements Look {}
}
