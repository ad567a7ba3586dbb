package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;

/** How attaching ended for one function. */
public sealed interface AttachOutcome {

    /** The version that was to be attached; it tells the region too. */
    LayerVersionArn layer();

    /** The function, as it was named. */
    FunctionName function();

    /** For example {@code eu-west-1}. */
    default String region() {
        return layer().region();
    }

    /** The function has the layer now, and AWS finished the update. */
    record Attached(LayerVersionArn layer, FunctionName function) implements AttachOutcome {}

    /** The function had this very version before; nothing was changed. */
    record AlreadyAttached(LayerVersionArn layer, FunctionName function) implements AttachOutcome {}

    /**
     * The layers from before are back.
     *
     * @param because why: AWS could not finish the update, or the canary failed
     * @param wasLive whether calls of the function met the new layer meanwhile
     */
    record RolledBack(LayerVersionArn layer, FunctionName function, String because, boolean wasLive)
            implements AttachOutcome {}
}
