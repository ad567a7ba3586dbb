package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.PlannedPackage;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.DescribedPackage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Modules that were compiled for NumPy 1 beside NumPy 2, which refuses them when they are imported; pip installs pandas 1.5.3 that
 * way, which asked for no upper bound. Modules that were compiled for NumPy 2 work with both, and name its inner module
 * {@code numpy._core} (NumPy 2.0 migration guide). One build compiles all of a package, so a few small ones tell.
 */
final class NumpyCheck implements LayerCheck {

    private static final PackageName NUMPY = PackageName.of("numpy");
    private static final BigInteger TWO = BigInteger.TWO;
    private static final Mention ANY =
            Mention.ofAny(List.of("numpy.core._multiarray_umath", "numpy._core._multiarray_umath"));
    private static final Mention OF_TWO = Mention.ofAny(List.of("numpy._core._multiarray_umath"));
    private static final int LOOKED_AT = 8;
    private static final long LARGEST = 1 << 20;

    @Override
    public String id() {
        return "numpy";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (AuditedTarget target : layer.targets()) {
            List<CoreMetadata> packages =
                    target.packages().stream().map(DescribedPackage::metadata).toList();
            packages.stream()
                    .filter(each -> each.name().equals(NUMPY))
                    .map(CoreMetadata::version)
                    .filter(version -> version.release().get(0).compareTo(TWO) >= 0)
                    .findFirst()
                    .ifPresent(version -> packages.stream()
                            .filter(NumpyCheck::requiresIt)
                            .forEach(each -> older(each.name(), layer, target)
                                    .ifPresent(module ->
                                            findings.putIfAbsent(module.path(), finding(module, each, version)))));
        }
        return new ArrayList<>(findings.values());
    }

    private static boolean requiresIt(CoreMetadata metadata) {
        return metadata.requiresDist().stream()
                .anyMatch(requirement -> requirement.name().equals(NUMPY));
    }

    /** The first module that works with NumPy, where it was compiled for NumPy 1. */
    private static Optional<LayerEntry> older(PackageName name, AuditedLayer layer, AuditedTarget target) {
        Set<String> origins = layer.plan().packages().stream()
                .filter(each -> each.name().equals(name))
                .flatMap(NumpyCheck::origins)
                .collect(Collectors.toSet());
        return layer.plan().entries().stream()
                .filter(entry -> entry.path().endsWith(".so")
                        && entry.content().unzippedBytes() <= LARGEST
                        && origins.contains(entry.content().origin())
                        && target.reads(entry.path()))
                .limit(LOOKED_AT)
                .filter(ANY::isIn)
                .findFirst()
                .filter(module -> !OF_TWO.isIn(module));
    }

    /** Of files of a wheel, and of those of a zip. */
    private static Stream<String> origins(PlannedPackage each) {
        return Stream.of(each.wheel(), each.name() + " " + each.version());
    }

    private Finding finding(LayerEntry module, CoreMetadata by, Version numpy) {
        return warning(
                module.path() + " of " + module.content().origin() + " was compiled for NumPy 1, and numpy " + numpy
                        + " of the layer refuses such modules.",
                "require numpy<2 as well, or a newer " + by.name());
    }
}
