package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsClients;
import io.github.lambdalayer.aws.LayerPruner;
import io.github.lambdalayer.aws.PrunePlan;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Deletes old versions of a layer. */
final class Pruning {

    private final AwsClients clients;
    private final BuildLog log;

    Pruning(AwsClients clients, BuildLog log) {
        this.clients = clients;
        this.log = log;
    }

    /** Shows what is old and unused, deletes it when that is confirmed, and returns how many versions that are. */
    int prune(LayerSpec spec, int keep, boolean confirmed) {
        log.begins(spec);
        LayerPruner pruner = new LayerPruner(clients, new AwsNews(log));
        List<PrunePlan> plans = pruner.plan(spec.name(), keep, needed(spec));
        plans.forEach(log::wouldPrune);
        if (confirmed) {
            pruner.delete(plans);
        }
        return plans.stream().mapToInt(plan -> plan.unused().size()).sum();
    }

    /** What was published from here last may be an old version that was found again. */
    private static Set<String> needed(LayerSpec spec) {
        return spec.files().read().map(LayerResult::published).stream()
                .flatMap(List::stream)
                .map(PublishedVersion::arn)
                .collect(Collectors.toSet());
    }
}
