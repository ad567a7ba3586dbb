package io.github.lambdalayer.audit;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.python.wheel.DescribedPackage;
import java.util.List;

/**
 * One runtime and architecture that a layer is for.
 *
 * @param site the folder of its packages; the one of the runtime where a zip has packages in that and in the common one
 * @param packages all that its functions find: wheels, or the packages of a zip
 */
public record AuditedTarget(LambdaTarget target, SitePackages site, List<? extends DescribedPackage> packages) {

    /** Keeps a copy of the list. */
    public AuditedTarget {
        packages = List.copyOf(packages);
    }

    /** Whether its functions see a file of the layer: packages of another runtime are in a folder of their own. */
    boolean reads(String path) {
        return !path.startsWith("python/lib/python")
                || (isPython()
                        && path.startsWith(
                                SitePackages.of(target.runtime().python()).folder() + "/"));
    }

    /** Whether its functions are written in Python. */
    boolean isPython() {
        return target.runtime().language() == Language.PYTHON;
    }
}
