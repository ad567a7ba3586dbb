package io.github.lambdalayer.audit;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.PlannedPackage;
import io.github.lambdalayer.problem.Bytes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/** What makes a layer heavy, in words: {@code pandas 2.2.3 has 45.1 MB, numpy 2.1.3 has 20.0 MB}. */
final class Weights {

    private static final int NAMED = 5;
    private static final Comparator<Entry<String, Long>> HEAVIEST_FIRST =
            Entry.<String, Long>comparingByValue().reversed().thenComparing(Entry.comparingByKey());

    private Weights() {}

    /** The heaviest packages when they are unzipped; one that each runtime has in a folder of its own counts once, with all. */
    static String unzipped(LayerPlan plan) {
        Map<String, Long> bytes = new HashMap<>();
        plan.packages().forEach(each -> bytes.merge(named(each), each.unzippedBytes(), Long::sum));
        return heaviest(bytes);
    }

    /** The heaviest packages in the zip; "" where no file is of a package. */
    static String zipped(LayerPlan plan) {
        Map<String, String> names = new HashMap<>();
        plan.packages().forEach(each -> {
            names.put(each.wheel(), named(each));
            names.put(named(each), named(each)); // In the zip of a layer that is what the files are of.
        });
        Map<String, Long> bytes = new HashMap<>();
        for (LayerEntry entry : plan.entries()) {
            String name = names.get(entry.content().origin());
            if (name != null) {
                bytes.merge(name, entry.content().zippedBytes(), Long::sum);
            }
        }
        return heaviest(bytes);
    }

    /** What layers for one runtime each would have; "" where that would be no help: they would be the same, or too large. */
    static String perRuntime(AuditedLayer layer) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (AuditedTarget target : layer.targets()) {
            bytes.put(target.target().runtime().name(), bytesFor(target, layer.plan()));
        }
        boolean divided =
                layer.targets().stream().map(AuditedTarget::site).distinct().count() > 1;
        boolean small = bytes.values().stream().allMatch(each -> each < LambdaLimits.UNZIPPED_BYTES);
        return divided && small ? told(bytes.entrySet().stream()) : "";
    }

    private static long bytesFor(AuditedTarget target, LayerPlan plan) {
        return plan.entries().stream()
                .filter(entry -> target.reads(entry.path()))
                .mapToLong(entry -> entry.content().unzippedBytes())
                .sum();
    }

    private static String named(PlannedPackage each) {
        return each.name() + " " + each.version();
    }

    private static String heaviest(Map<String, Long> bytes) {
        return told(bytes.entrySet().stream().sorted(HEAVIEST_FIRST).limit(NAMED));
    }

    private static String told(Stream<Entry<String, Long>> bytes) {
        return bytes.map(each -> each.getKey() + " has " + Bytes.shown(each.getValue()))
                .collect(joining(", "));
    }
}
