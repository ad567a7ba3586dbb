package io.github.lambdalayer.audit;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.InstalledPackage;
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
        return !isOfOneRuntime(path) || (isPython() && path.startsWith(ownFolder()));
    }

    /** Whether a file is in the folder of one of several runtimes, of this one or of another. */
    static boolean isOfOneRuntime(String path) {
        return path.startsWith("python/lib/python");
    }

    /** The folder that Pythons of other versions do not read: {@code python/lib/python3.13/site-packages/}. */
    String ownFolder() {
        return SitePackages.of(target.runtime().python()).folder() + "/";
    }

    /** Those of its packages that somebody else has installed into a zip. */
    List<InstalledPackage> installed() {
        return packages.stream()
                .filter(InstalledPackage.class::isInstance)
                .map(InstalledPackage.class::cast)
                .toList();
    }

    /** Whether its functions are written in Python. */
    boolean isPython() {
        return target.runtime().language() == Language.PYTHON;
    }
}
