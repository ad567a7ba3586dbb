package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.problem.LayerException;

/**
 * A function to which the layer could not be attached.
 *
 * @param region for example {@code eu-west-1}
 * @param function as it was named
 * @param failure what is told of it
 */
public record FunctionFailure(String region, FunctionName function, LayerException failure) {}
