package io.github.lambdalayer.aws;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The part of AWS that a region is in, which ARNs begin with: "Amazon Resource Names" in the guide of IAM. */
final class Partition {

    private Partition() {}

    /** {@code cn-north-1} → {@code aws-cn}; {@code *}, which stands for any region, → {@code *}. */
    static String of(String region) {
        return region.equals("*")
                ? "*"
                : PartitionMetadata.of(Region.of(region)).id();
    }
}
