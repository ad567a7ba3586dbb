package io.github.lambdalayer.audit;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.util.List;

/**
 * One runtime and architecture that a layer is for.
 *
 * @param site the folder of its packages
 * @param wheels the wheels in that folder
 */
public record AuditedTarget(LambdaTarget target, SitePackages site, List<WheelFile> wheels) {

    /** Keeps a copy of the list. */
    public AuditedTarget {
        wheels = List.copyOf(wheels);
    }
}
