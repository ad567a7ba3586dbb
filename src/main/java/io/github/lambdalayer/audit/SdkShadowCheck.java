package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.PlannedPackage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer's packages come before the runtime's own. The AWS SDK is a family: a part of it in the layer works with the rest
 * in the runtime until the runtime is patched.
 */
final class SdkShadowCheck implements LayerCheck {

    static final List<String> FAMILY = List.of("boto3", "botocore", "s3transfer", "urllib3");

    @Override
    public String id() {
        return "sdk-shadow";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<String, String> inLayer = new LinkedHashMap<>();
        for (PlannedPackage each : layer.plan().packages()) {
            if (FAMILY.contains(each.name().value())) {
                inLayer.put(each.name().value(), each.name() + " " + each.version());
            }
        }
        if (inLayer.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", inLayer.values());
        if (inLayer.size() < FAMILY.size()) {
            return List.of(warning(
                    "The layer has " + names + " but not " + missing(inLayer)
                            + "; the runtime's own then works with a part that it was not made for.",
                    "require boto3 as well, or leave all of them out with <excludedPackages>"));
        }
        return List.of(warning(
                "The layer's " + names + " take the place of those that the runtime has.",
                "leave them out with <excludedPackages>, unless you need these very versions"));
    }

    private static String missing(Map<String, String> inLayer) {
        return String.join(
                ", ", FAMILY.stream().filter(name -> !inLayer.containsKey(name)).toList());
    }
}
