package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.WordList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Packages that were installed for another Python or another system, as {@code pip install --target} does on a Mac or with the
 * Python at hand: their compiled modules have names or bytes that this Python cannot import (PEP 3149). Many packages do
 * without theirs, only slower, so it is an error only for those that surely do not. The processor is another check's matter.
 */
final class PlatformCheck implements LayerCheck {

    private static final int NAMED = 3;

    @Override
    public String id() {
        return "platform";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Set<Finding> findings = new LinkedHashSet<>();
        layer.targets().stream().filter(AuditedTarget::isPython).forEach(target -> {
            Map<Level, List<List<LayerEntry>>> byLevel = new EnumMap<>(Level.class);
            ModuleNeed need = new ModuleNeed(layer, target);
            ForeignModules.of(layer, target)
                    .values()
                    .forEach(modules -> byLevel.computeIfAbsent(
                                    need.isFor(modules) ? Level.ERROR : Level.WARN, level -> new ArrayList<>())
                            .add(modules));
            byLevel.forEach((level, modules) -> findings.add(finding(level, modules, target)));
        });
        return new ArrayList<>(findings);
    }

    private Finding finding(Level level, List<List<LayerEntry>> byOrigin, AuditedTarget target) {
        LayerEntry first = byOrigin.get(0).get(0);
        List<String> origins = byOrigin.stream()
                .map(modules -> modules.get(0).content().origin())
                .toList();
        String message = "Compiled modules of "
                + WordList.first(NAMED, origins)
                + " are for another Python or system, and " + target.target().runtime() + " on "
                + target.target().architecture() + " cannot import them: "
                + first.path() + (byOrigin.size() > 1 || byOrigin.get(0).size() > 1 ? ", for example." : ".");
        String hint =
                "let this plugin build the layer, or install with pip install --only-binary=:all: --python-version "
                        + target.target().runtime().python() + " --platform manylinux2014_"
                        + target.target().architecture().machine();
        return level == Level.ERROR ? error(message, hint) : warning(message, hint);
    }
}
