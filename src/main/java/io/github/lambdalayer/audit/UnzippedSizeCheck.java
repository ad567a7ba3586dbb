package io.github.lambdalayer.audit;

import io.github.lambdalayer.audit.Closures.Closure;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.layer.CompiledModules;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.SlimPreset;
import io.github.lambdalayer.problem.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lambda refuses a layer that has 262,144,000 bytes or more when it is unzipped. */
final class UnzippedSizeCheck implements LayerCheck {

    private static final int NAMED = 5;
    private static final long WORTH_NAMING = 100_000;

    @Override
    public String id() {
        return "unzipped-size";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        long bytes = layer.plan().unzippedBytes();
        if (bytes < LambdaLimits.UNZIPPED_BYTES) {
            return List.of();
        }
        return List.of(error(
                "The layer has " + Bytes.exactly(bytes) + " unzipped, and Lambda takes less than "
                        + Bytes.exactly(LambdaLimits.UNZIPPED_BYTES) + ": "
                        + Weights.unzipped(layer.plan()) + ".",
                hints(layer)));
    }

    private static String[] hints(AuditedLayer layer) {
        List<String> hints = new ArrayList<>();
        hints.add(
                "leave out files with <slim>" + slim(layer) + " or <exclusions>, or packages with <excludedPackages>");
        bytecode(layer.plan()).ifPresent(hints::add);
        List<Closure> roots = Closures.of(layer);
        if (roots.size() > 1) {
            hints.add("or make <layers> for functions that need only a part: with all that it requires "
                    + roots.stream()
                            .limit(NAMED)
                            .map(root -> root.name() + " has " + Bytes.shown(root.bytes()))
                            .collect(Collectors.joining(", ")));
        }
        String perRuntime = Weights.perRuntime(layer);
        if (!perRuntime.isEmpty()) {
            hints.add("or make one layer for each runtime with <layers>: " + perRuntime);
        }
        hints.add("or use a container image, which may have 10 GB");
        return hints.toArray(String[]::new);
    }

    /** What the presets would save, for example {@code  (tests has 41.2 MB, types 1.1 MB)}. */
    private static String slim(AuditedLayer layer) {
        String saved = Stream.of(SlimPreset.values())
                .map(preset -> saved(preset, layer))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return saved.isEmpty() ? "" : " (" + saved + ")";
    }

    /** What {@code bytecode} costs where modules stand beside their sources; empty where none does. */
    private static Optional<String> bytecode(LayerPlan plan) {
        Set<String> compiled = plan.entries().stream()
                .flatMap(entry -> CompiledModules.sourceOf(entry).stream())
                .collect(Collectors.toSet());
        if (compiled.isEmpty()) {
            return Optional.empty();
        }
        long sources = bytes(plan.entries().stream().filter(entry -> compiled.contains(entry.path())));
        long modules = bytes(plan.entries().stream()
                .filter(entry -> CompiledModules.sourceOf(entry).isPresent()));
        return Optional.of("or set <bytecode> to only, which leaves out " + Bytes.shown(sources)
                + " of sources, or to none, which leaves out " + Bytes.shown(modules) + " of compiled modules");
    }

    private static long bytes(Stream<LayerEntry> entries) {
        return entries.mapToLong(entry -> entry.content().unzippedBytes()).sum();
    }

    private static String saved(SlimPreset preset, AuditedLayer layer) {
        long bytes = bytes(layer.plan().entries().stream().filter(preset::leavesOut));
        return bytes < WORTH_NAMING ? "" : preset + " has " + Bytes.shown(bytes);
    }
}
