package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiled modules that another Python wrote, so that importing them fails. */
final class StaleBytecodeCheck implements LayerCheck {

    /** Python's minor version → the number that its {@code .pyc} files begin with. */
    private static final Map<Integer, Integer> MAGIC =
            Map.of(6, 3379, 7, 3394, 8, 3413, 9, 3425, 10, 3439, 11, 3495, 12, 3531, 13, 3571, 14, 3627);

    @Override
    public String id() {
        return "stale-bytecode";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Set<String> paths =
                layer.plan().entries().stream().map(LayerEntry::path).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (LayerEntry entry : layer.plan().entries()) {
            String path = entry.path();
            if (path.endsWith(".pyc")
                    && !path.contains("/__pycache__/")
                    && !paths.contains(path.substring(0, path.length() - 1))) {
                layer.targets().stream()
                        .filter(AuditedTarget::isPython)
                        .filter(target -> isStale(entry, target))
                        .findFirst()
                        .ifPresent(target -> findings.add(finding(entry, target)));
            }
        }
        return findings;
    }

    private static boolean isStale(LayerEntry entry, AuditedTarget target) {
        Integer expected = MAGIC.get(target.target().runtime().pythonMinor());
        byte[] start = entry.content().start(2);
        return expected != null
                && entry.path().startsWith(target.site().folder() + "/")
                && (start.length < 2 || ((start[0] & 0xFF) | (start[1] & 0xFF) << 8) != expected);
    }

    private Finding finding(LayerEntry entry, AuditedTarget target) {
        return warning(
                entry.path() + " of " + entry.content().origin() + " was compiled for another Python than "
                        + target.target().runtime().python() + ", and has no source beside it.",
                "choose a release with sources, or leave the file out with <exclusions>");
    }
}
