package io.github.lambdalayer.audit;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.layer.PlannedPackage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Lambda refuses a function whose layers have 262,144,000 bytes or more when they are unzipped. */
final class UnzippedSizeCheck implements LayerCheck {

    private static final int NAMED = 5;

    @Override
    public String id() {
        return "unzipped-size";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        long bytes = layer.plan().unzippedBytes();
        if (bytes < LambdaLimits.UNZIPPED_BYTES) {
            return List.of();
        }
        return List.of(error(
                "The layer has " + Megabytes.exactly(bytes) + " unzipped, and Lambda takes less than "
                        + Megabytes.exactly(LambdaLimits.UNZIPPED_BYTES) + ": "
                        + largest(layer.plan().packages()) + ".",
                "leave out files with <slim> or <exclusions>, or packages with <excludedPackages>",
                "or use a container image, which may have 10 GB"));
    }

    private static String largest(List<PlannedPackage> packages) {
        return packages.stream()
                .sorted(Comparator.comparingLong(PlannedPackage::unzippedBytes)
                        .reversed()
                        .thenComparing(PlannedPackage::wheel))
                .limit(NAMED)
                .map(p -> p.name() + " " + p.version() + " has " + Megabytes.of(p.unzippedBytes()))
                .collect(Collectors.joining(", "));
    }
}
