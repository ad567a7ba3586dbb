package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether packages can work without their compiled modules. MarkupSafe and PyYAML can, and import theirs within {@code try};
 * pydantic-core cannot, and imports its own in {@code __init__.py} at the start of a line, as cryptography does in many files.
 */
record ModuleNeed(AuditedLayer layer, AuditedTarget target) {

    /** PyYAML has one file that imports the module always, and that is imported within {@code try} itself. */
    private static final int FILES_OF_CHOICE = 2;

    /** Whether the package of these modules is surely of no use without one of them. */
    boolean isFor(List<LayerEntry> modules) {
        LayerEntry first = modules.get(0);
        List<LayerEntry> sources = layer.plan().entries().stream()
                .filter(entry -> entry.content().origin().equals(first.content().origin()))
                .filter(entry -> entry.path().startsWith("python/") && target.reads(entry.path()))
                .filter(entry -> entry.path().endsWith(".py") || entry.path().endsWith(".pyc"))
                .toList();
        Set<String> names = modules.stream().map(entry -> dotted(entry.path())).collect(Collectors.toSet());
        List<LayerEntry> users = sources.stream()
                .filter(entry -> entry.path().endsWith(".py") && !entry.path().contains("/test"))
                .filter(entry -> Imports.of(entry, dotted(entry.path())).anyMatch(names::contains))
                .toList();
        boolean isNothingElse = sources.isEmpty() && !first.content().isOwn();
        return isNothingElse
                || users.size() > FILES_OF_CHOICE
                || users.stream().anyMatch(entry -> entry.path().endsWith("/__init__.py"));
    }

    /** {@code yaml._yaml} of {@code python/yaml/_yaml.cpython-313-darwin.so}. */
    private String dotted(String path) {
        String own = target.ownFolder();
        String folder = path.startsWith(own) ? own : "python/";
        return ModuleName.of(path).module().substring(folder.length()).replace('/', '.');
    }
}
