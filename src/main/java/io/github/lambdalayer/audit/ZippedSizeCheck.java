package io.github.lambdalayer.audit;

import io.github.lambdalayer.problem.Bytes;
import java.util.List;

/** The zip must fit into the way it will be sent; its size is known before it is written. */
final class ZippedSizeCheck implements LayerCheck {

    @Override
    public String id() {
        return "zipped-size";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        long bytes = layer.plan().zippedBytes();
        if (bytes < layer.zippedLimit()) {
            return List.of();
        }
        if (!layer.isSent()) {
            return List.of(warning(
                    "The zip has " + Bytes.exactly(bytes) + ", and AWS Lambda takes less than "
                            + Bytes.exactly(layer.zippedLimit()) + " unless it comes through an S3 bucket."
                            + heaviest(layer),
                    "whoever publishes it must name a bucket with <bucket>"));
        }
        return List.of(error(
                "The zip has " + Bytes.exactly(bytes) + ", and the way it is to be sent takes less than "
                        + Bytes.exactly(layer.zippedLimit()) + "." + heaviest(layer),
                "name an S3 bucket with <bucket>, which it is then sent through"));
    }

    private static String heaviest(AuditedLayer layer) {
        String heaviest = Weights.zipped(layer.plan());
        return heaviest.isEmpty() ? "" : " In it " + heaviest + ".";
    }
}
