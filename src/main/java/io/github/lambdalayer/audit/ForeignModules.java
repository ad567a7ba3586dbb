package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.InstalledPackage;
import io.github.lambdalayer.layer.LayerEntry;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiled modules that one Python cannot import, and that are there in no form that it can. */
final class ForeignModules {

    /** How Mach-O files begin, of one processor and of several (mach-o/loader.h, mach-o/fat.h). */
    private static final Set<Integer> OF_A_MAC = Set.of(0xCFFAEDFE, 0xCAFEBABE);

    private final AuditedTarget target;
    private final Set<String> forWindows;

    private ForeignModules(AuditedTarget target) {
        this.target = target;
        forWindows = target.installed().stream()
                .filter(each -> !each.tags().isEmpty()
                        && each.tags().stream().allMatch(tag -> tag.platform().startsWith("win")))
                .map(InstalledPackage::text)
                .collect(Collectors.toSet());
    }

    /** By who brings them. */
    static Map<String, List<LayerEntry>> of(AuditedLayer layer, AuditedTarget target) {
        ForeignModules foreign = new ForeignModules(target);
        List<LayerEntry> files = layer.plan().entries().stream()
                .filter(entry -> entry.path().startsWith("python/") && target.reads(entry.path()))
                .toList();
        List<LayerEntry> others = files.stream().filter(foreign::isForeign).toList();
        if (others.isEmpty()) {
            return Map.of();
        }
        Set<String> importable = files.stream()
                .filter(entry -> !foreign.isForeign(entry))
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

    private boolean isForeign(LayerEntry entry) {
        ModuleName name = ModuleName.of(entry.path());
        return name.isForAnother(target)
                || (name.tag().equals("abi3") && isOfAMac(entry))
                // Packages for all systems have such modules beside others, and those for Windows have no others.
                || (name.ending().equals("pyd")
                        && forWindows.contains(entry.content().origin()));
    }

    /** Modules for every Python 3 have one name on Linux and on a Mac. */
    private static boolean isOfAMac(LayerEntry entry) {
        byte[] start = entry.content().start(Integer.BYTES);
        return start.length == Integer.BYTES
                && OF_A_MAC.contains(ByteBuffer.wrap(start).getInt());
    }
}
