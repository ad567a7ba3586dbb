package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.InstalledPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A package with two dist-info folders, as {@code pip install --target} leaves them behind when it is run twice: its files may
 * be of two versions, and programs that ask for its version are told either.
 */
final class TwoVersionsCheck implements LayerCheck {

    @Override
    public String id() {
        return "two-versions";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (AuditedTarget target : layer.targets()) {
            target.installed().stream()
                    .collect(Collectors.groupingBy(
                            each -> each.site().folder() + "/" + each.metadata().name(),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .values()
                    .stream()
                    .filter(ofOne -> ofOne.size() > 1)
                    .map(this::finding)
                    .forEach(finding -> findings.putIfAbsent(finding.message(), finding));
        }
        return new ArrayList<>(findings.values());
    }

    private Finding finding(List<InstalledPackage> ofOne) {
        return warning(
                "The layer has " + ofOne.size() + " dist-info folders of "
                        + ofOne.get(0).metadata().name() + " in one folder: "
                        + ofOne.stream()
                                .map(each -> each.site().folder() + "/" + each.distInfo())
                                .collect(Collectors.joining(" and "))
                        + ".",
                "install into an empty folder");
    }
}
