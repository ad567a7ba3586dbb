package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.List;

/**
 * Python runs {@code .pth} files of its site-packages only; a layer's folder is none. Those that make a package of a namespace
 * ({@code zope.interface-6.4-py3.11-nspkg.pth}) are not missed: Python does that by itself (PEP 420).
 */
final class PthCheck implements LayerCheck {

    @Override
    public String id() {
        return "pth";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        return layer.plan().entries().stream()
                .filter(entry -> isPth(entry, layer))
                .map(entry -> warning(
                        entry.path() + " of " + entry.content().origin() + " is not executed from a layer.",
                        "do in the handler what the file does, or leave it out with <exclusions>"))
                .toList();
    }

    private static boolean isPth(LayerEntry entry, AuditedLayer layer) {
        return entry.path().endsWith(".pth")
                && !entry.path().endsWith("-nspkg.pth")
                && layer.targets().stream()
                        .map(target -> target.site().folder() + "/")
                        .anyMatch(folder ->
                                entry.path().startsWith(folder) && entry.path().indexOf('/', folder.length()) < 0);
    }
}
