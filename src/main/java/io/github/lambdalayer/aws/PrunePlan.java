package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;
import java.util.List;

/**
 * What pruning would do in one region.
 *
 * @param region for example {@code eu-west-1}
 * @param versions how many versions there are
 * @param unused old versions that no function uses, newest first: they would be deleted
 * @param used old versions that stay, since functions use them
 */
public record PrunePlan(String region, int versions, List<LayerVersionArn> unused, List<Used> used) {

    /** A version and the functions that use it, such as {@code orders} or {@code orders:3}. */
    public record Used(LayerVersionArn version, List<String> functions) {

        public Used {
            functions = List.copyOf(functions);
        }
    }

    public PrunePlan {
        unused = List.copyOf(unused);
        used = List.copyOf(used);
    }
}
