package io.github.lambdalayer.audit;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.MarkerEnvironment;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.DescribedPackage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What {@code pip check} finds: a package requires another that is not there, or one that is there in another version. */
final class MissingRequirementCheck implements LayerCheck {

    @Override
    public String id() {
        return "missing-requirement";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Set<String> messages = new LinkedHashSet<>();
        layer.targets().stream()
                .filter(target -> !target.packages().isEmpty())
                .forEach(target -> messages.addAll(check(target, layer.answeredFor())));
        return messages.stream()
                .map(
                        message -> error(
                                message,
                                "add it to <requirements>, or say with <excludedPackages> or <providedBy> that it comes from elsewhere"))
                .toList();
    }

    private static List<String> check(AuditedTarget target, Set<PackageName> answeredFor) {
        List<CoreMetadata> packages =
                target.packages().stream().map(DescribedPackage::metadata).toList();
        Map<PackageName, Version> versions = new TreeMap<>();
        packages.forEach(p -> versions.put(p.name(), p.version()));
        MarkerEnvironment environment = target.target().python().markers();
        List<String> messages = new ArrayList<>();
        for (CoreMetadata each : packages) {
            for (Requirement requirement : each.requiresDist()) {
                boolean counts =
                        requirement.marker().holds(environment, Set.of()) && !answeredFor.contains(requirement.name());
                if (counts && !isMet(requirement, versions)) {
                    messages.add(message(each, requirement, versions));
                }
            }
        }
        return messages;
    }

    private static boolean isMet(Requirement requirement, Map<PackageName, Version> versions) {
        Version version = versions.get(requirement.name());
        return version != null && requirement.specifiers().accepts(version);
    }

    private static String message(CoreMetadata by, Requirement requirement, Map<PackageName, Version> versions) {
        Version version = versions.get(requirement.name());
        return by.name() + " " + by.version() + " requires " + requirement.name() + requirement.specifiers()
                + (version == null
                        ? ", which is not in the layer."
                        : ", and the layer has " + requirement.name() + " " + version + ".");
    }
}
