package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import java.util.List;

/**
 * A function that does not have the layer any more.
 *
 * @param region for example {@code eu-west-1}
 * @param function its name
 * @param taken the ARNs that were taken off; empty when it did not have the layer
 */
public record DetachOutcome(String region, FunctionName function, List<String> taken) {

    public DetachOutcome {
        taken = List.copyOf(taken);
    }
}
