package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.SitePackages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A package that is partly in {@code python/} and partly in the folder of one of several runtimes. Python takes the first that
 * has an {@code __init__.py} for the whole ("The import system", 5.2), and never looks into the other, unless that file says
 * where else to look.
 */
final class SplitPackageCheck implements LayerCheck {

    private static final String COMMON = SitePackages.FLAT.folder() + "/";

    private static final Mention OPENING = Mention.ofAny(List.of("__path__", "declare_namespace"));

    /** What one of the folders has of a package: a file of it, and whether that makes it a whole one. */
    private record Part(LayerEntry file, boolean isWhole) {

        Part with(Part other) {
            return isWhole || !other.isWhole ? this : other;
        }

        /** Whether it looks for further parts by itself, as {@code pkgutil.extend_path} does. */
        boolean isOpen() {
            return isWhole && OPENING.isIn(file);
        }
    }

    @Override
    public String id() {
        return "split-package";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (AuditedTarget target : layer.targets()) {
            if (target.isPython() && !target.site().equals(SitePackages.FLAT)) {
                Map<String, Part> ofRuntime = parts(layer, target.site().folder() + "/");
                parts(layer, COMMON).forEach((name, part) -> {
                    Part other = ofRuntime.get(name);
                    if (other != null && (part.isWhole() || other.isWhole()) && !part.isOpen() && !other.isOpen()) {
                        Part hidden = other.isWhole() ? part : other;
                        Part seen = other.isWhole() ? other : part;
                        findings.putIfAbsent(name, finding(name, seen, hidden));
                    }
                });
            }
        }
        return new ArrayList<>(findings.values());
    }

    /** By the package's name. */
    private static Map<String, Part> parts(AuditedLayer layer, String folder) {
        List<LayerEntry> within = layer.plan().entries().stream()
                .filter(entry -> entry.path().startsWith(folder))
                .filter(entry -> !folder.equals(COMMON) || !AuditedTarget.isOfOneRuntime(entry.path()))
                .filter(entry -> entry.path().endsWith(".py") || entry.path().endsWith(".so"))
                .toList();
        Map<String, Part> parts = new TreeMap<>();
        for (LayerEntry entry : within) {
            String path = entry.path().substring(folder.length());
            int slash = path.indexOf('/');
            if (slash > 0) {
                boolean whole = ModuleName.of(path).isTop();
                parts.merge(path.substring(0, slash), new Part(entry, whole), Part::with);
            }
        }
        return parts;
    }

    private Finding finding(String name, Part seen, Part hidden) {
        return warning(
                seen.file().path() + " of " + seen.file().content().origin() + " hides "
                        + hidden.file().path() + " of "
                        + hidden.file().content().origin() + ": Python looks for " + name + " in one folder only.",
                "give one of the two another name, or build a layer for each runtime, where both are in one folder");
    }
}
