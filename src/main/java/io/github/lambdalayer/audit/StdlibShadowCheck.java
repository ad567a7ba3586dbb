package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.SitePackages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A module with the name of one that Python or the runtime has itself is imported in its place, by every package. What
 * counts is the module, whatever the package is called that brings it; the SDK under its own name is {@link SdkShadowCheck}'s.
 */
final class StdlibShadowCheck implements LayerCheck {

    /** Modules in {@code /var/runtime} that functions live on, beside the SDK; others there, such as six, are replaced without harm. */
    private static final List<String> OF_CLIENT = List.of("awslambdaric", "runtime_client");

    @Override
    public String id() {
        return "stdlib-shadow";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<String, Finding> findings = new TreeMap<>();
        Set<String> ofRuntime = ofRuntime(layer);
        layer.targets().stream().filter(AuditedTarget::isPython).forEach(target -> {
            Set<String> ofPython = StandardModules.of(target.target().runtime().pythonMinor());
            List<String> folders = folders(target);
            for (LayerEntry entry : layer.plan().entries()) {
                String module = module(entry.path(), folders);
                if (ofPython.contains(module)) {
                    findings.putIfAbsent(module, finding(entry, "Python's own module " + module));
                } else if (ofRuntime.contains(module)) {
                    findings.putIfAbsent(module, finding(entry, "the runtime's own module " + module));
                }
            }
        });
        return List.copyOf(findings.values());
    }

    /** The runtime's modules, without those that a package of their name brings. */
    private static Set<String> ofRuntime(AuditedLayer layer) {
        Set<String> packages = layer.plan().packages().stream()
                .map(each -> each.name().value())
                .filter(SdkShadowCheck.FAMILY::contains)
                .collect(Collectors.toSet());
        return Stream.concat(OF_CLIENT.stream(), SdkShadowCheck.FAMILY.stream())
                .filter(module -> !packages.contains(module))
                .collect(Collectors.toSet());
    }

    private Finding finding(LayerEntry entry, String whose) {
        return warning(
                entry.path() + " of " + entry.content().origin() + " takes the place of " + whose + ".",
                "leave the package out with <excludedPackages>, or the file with <exclusions>");
    }

    /** Own modules are in the common folder where packages have one for each runtime; Python looks into both. */
    private static List<String> folders(AuditedTarget target) {
        return Stream.of(target.site(), SitePackages.FLAT)
                .map(site -> site.folder() + "/")
                .toList();
    }

    private static String module(String path, List<String> folders) {
        for (String folder : folders) {
            if (path.startsWith(folder)) {
                return module(path.substring(folder.length()));
            }
        }
        return "";
    }

    /** {@code typing} for {@code typing.py}, {@code typing/__init__.py} and {@code typing.cpython-313-x86_64-linux-gnu.so}; else nothing. */
    private static String module(String path) {
        ModuleName name = ModuleName.of(path);
        return name.isCode() && name.isTop() ? name.module() : "";
    }
}
