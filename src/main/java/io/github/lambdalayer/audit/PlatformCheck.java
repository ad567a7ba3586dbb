package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.InstalledPackage;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.python.target.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Packages that were installed for another Python or another system, as {@code pip install --target} does on a Mac or with the
 * Python at hand; and compiled modules that this Python cannot import by their names (PEP 3149). The packages of wheels
 * were chosen by their tags, so of these only modules are looked at.
 */
final class PlatformCheck implements LayerCheck {

    @Override
    public String id() {
        return "platform";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Set<Finding> findings = new LinkedHashSet<>();
        layer.targets().stream().filter(AuditedTarget::isPython).forEach(target -> {
            Map<String, List<LayerEntry>> modules = modules(layer, target);
            Map<Tag, List<InstalledPackage>> others = new LinkedHashMap<>();
            installed(target).stream()
                    .filter(each -> isElsewhere(each)
                            || (modules.containsKey(each.text())
                                    && each.tags().stream().noneMatch(tag -> isFor(tag, target))))
                    .forEach(each -> each.tags().stream()
                            .findFirst()
                            .ifPresent(tag -> others.computeIfAbsent(tag, key -> new ArrayList<>())
                                    .add(each)));
            others.forEach((tag, packages) -> {
                findings.add(finding(packages, tag, target));
                packages.forEach(each -> modules.remove(each.text()));
            });
            modules.values().forEach(entries -> findings.add(finding(entries, target)));
        });
        return new ArrayList<>(findings);
    }

    private static List<InstalledPackage> installed(AuditedTarget target) {
        return target.packages().stream()
                .filter(InstalledPackage.class::isInstance)
                .map(InstalledPackage.class::cast)
                .toList();
    }

    /** Whether it was installed for a system of another kind; for which processor its libraries are is told by themselves. */
    private static boolean isElsewhere(InstalledPackage each) {
        return !each.tags().isEmpty()
                && each.tags().stream()
                        .map(Tag::platform)
                        .noneMatch(platform -> platform.equals("any")
                                || platform.startsWith("manylinux")
                                || platform.startsWith("linux_"));
    }

    /** By interpreter and binary interface: wheels that were renamed for more Pythons say less than they can do. */
    private static boolean isFor(Tag tag, AuditedTarget target) {
        return target.target().python().tags().all().stream()
                .anyMatch(
                        each -> each.python().equals(tag.python()) && each.abi().equals(tag.abi()));
    }

    private Finding finding(List<InstalledPackage> packages, Tag tag, AuditedTarget target) {
        int more = packages.size() - 1;
        String also = more == 0 ? " was" : " and " + more + (more == 1 ? " more package were" : " more packages were");
        return error(
                packages.get(0).text() + also + " installed for " + tag + ", and not for "
                        + target.target().runtime() + " on " + target.target().architecture() + ".",
                "let this plugin build the layer, or install with pip install --only-binary=:all: --python-version "
                        + target.target().runtime().python() + " --platform manylinux2014_"
                        + target.target().architecture().machine());
    }

    /** Those that this Python cannot import by their names, and that are there in no other form, by who brings them. */
    private static Map<String, List<LayerEntry>> modules(AuditedLayer layer, AuditedTarget target) {
        List<LayerEntry> others = layer.plan().entries().stream()
                .filter(entry ->
                        entry.path().startsWith("python/") && entry.path().endsWith(".so"))
                .filter(entry -> target.reads(entry.path()))
                .filter(entry -> ModuleName.of(entry.path()).isForAnother(target))
                .toList();
        if (others.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Set<String> importable = layer.plan().entries().stream()
                .filter(entry -> target.reads(entry.path()))
                .map(entry -> ModuleName.of(entry.path()))
                .filter(name -> name.isFor(target))
                .map(ModuleName::module)
                .collect(Collectors.toSet());
        return others.stream()
                .filter(entry ->
                        !importable.contains(ModuleName.of(entry.path()).module()))
                .collect(Collectors.groupingBy(
                        entry -> entry.content().origin(), LinkedHashMap::new, Collectors.toList()));
    }

    private Finding finding(List<LayerEntry> modules, AuditedTarget target) {
        int more = modules.size() - 1;
        LayerEntry first = modules.get(0);
        return warning(
                first.path() + (more == 0 ? "" : " and " + more + (more == 1 ? " more module" : " more modules"))
                        + " of "
                        + first.content().origin() + (more == 0 ? " is" : " are")
                        + " for another Python or system by the name; "
                        + target.target().runtime() + " on "
                        + target.target().architecture() + " imports "
                        + ModuleName.of(first.path()).nameFor(target) + ".",
                "choose a wheel for this runtime, or compile the module for it");
    }
}
