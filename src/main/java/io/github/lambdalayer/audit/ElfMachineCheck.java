package io.github.lambdalayer.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Libraries for another processor. A package that has libraries for the right one as well brings the others for other
 * machines, and chooses among them when it runs.
 */
final class ElfMachineCheck implements LibraryCheck {

    @Override
    public String id() {
        return "elf-machine";
    }

    @Override
    public List<Finding> check(List<Library> libraries, AuditedLayer layer) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (AuditedTarget target : layer.targets()) {
            byOrigin(libraries, target).values().forEach(ofOne -> {
                List<Library> foreign =
                        ofOne.stream().filter(l -> !l.fits(target)).toList();
                if (!foreign.isEmpty()) {
                    Finding finding = finding(foreign, foreign.size() < ofOne.size(), target);
                    findings.putIfAbsent(finding.message(), finding);
                }
            });
        }
        return new ArrayList<>(findings.values());
    }

    private static Map<String, List<Library>> byOrigin(List<Library> libraries, AuditedTarget target) {
        return libraries.stream()
                .filter(library -> library.isFor(target))
                .collect(Collectors.groupingBy(Library::origin, LinkedHashMap::new, Collectors.toList()));
    }

    private Finding finding(List<Library> foreign, boolean others, AuditedTarget target) {
        TreeSet<String> machines = foreign.stream()
                .map(library -> library.elf().machine().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        String message = Libraries.told(foreign, "is", "are") + " for " + String.join(" and ", machines) + ", and "
                + target.target().runtime() + " runs on "
                + target.target().architecture().machine() + ".";
        return others
                ? warning(
                        message,
                        "the package has others for "
                                + target.target().architecture().machine()
                                + ", so nothing is lost when <exclusions> leave this out")
                : error(
                        message,
                        "choose a release with a wheel for "
                                + target.target().architecture().machine());
    }
}
