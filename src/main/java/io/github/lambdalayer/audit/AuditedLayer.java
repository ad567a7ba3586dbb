package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.python.name.PackageName;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A layer and all that its checks must know beside it.
 *
 * @param plan what the layer will hold
 * @param targets each runtime and architecture that it is for, with the wheels for it
 * @param zippedLimit what the zip may have, in bytes, for the way it will be sent
 * @param isSent whether it is to be sent at all
 * @param answeredFor packages that the user vouches for: excluded, overridden, or provided by another layer
 * @param today the day for questions of lifecycle
 */
public record AuditedLayer(
        LayerPlan plan,
        List<AuditedTarget> targets,
        long zippedLimit,
        boolean isSent,
        Set<PackageName> answeredFor,
        LocalDate today) {

    /** Keeps copies of the collections. */
    public AuditedLayer {
        targets = List.copyOf(targets);
        answeredFor = Set.copyOf(answeredFor);
    }
}
