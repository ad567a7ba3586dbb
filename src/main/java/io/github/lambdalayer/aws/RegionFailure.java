package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;

/**
 * A region in which publishing failed.
 *
 * @param region for example {@code eu-west-1}
 * @param failure what is told of it
 */
public record RegionFailure(String region, LayerException failure) {}
