package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A module with the name of one that Python has itself is imported in its place, by every package. */
final class StdlibShadowCheck implements LayerCheck {

    @Override
    public String id() {
        return "stdlib-shadow";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<String, Finding> findings = new TreeMap<>();
        List<AuditedTarget> targets =
                layer.targets().stream().filter(AuditedTarget::isPython).toList();
        for (AuditedTarget target : targets) {
            String folder = target.site().folder() + "/";
            int minor = target.target().runtime().pythonMinor();
            for (LayerEntry entry : layer.plan().entries()) {
                if (entry.path().startsWith(folder)) {
                    String module = module(entry.path().substring(folder.length()));
                    if (StandardModules.has(module, minor)) {
                        findings.putIfAbsent(module, finding(entry, module));
                    }
                }
            }
        }
        return List.copyOf(findings.values());
    }

    private Finding finding(LayerEntry entry, String module) {
        return warning(
                entry.path() + " of " + entry.content().origin() + " takes the place of Python's own module " + module
                        + ".",
                "leave the package out with <excludedPackages>, or the file with <exclusions>");
    }

    /** {@code typing} for {@code typing.py}, {@code typing/__init__.py} and {@code typing.cpython-313-x86_64-linux-gnu.so}; else nothing. */
    private static String module(String path) {
        int slash = path.indexOf('/');
        if (slash >= 0) {
            return path.startsWith("/__init__.", slash) ? path.substring(0, slash) : "";
        }
        int dot = path.indexOf('.');
        boolean code = path.endsWith(".py") || path.endsWith(".pyc") || path.endsWith(".so");
        return code ? path.substring(0, dot) : "";
    }
}
