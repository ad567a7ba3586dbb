package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;

/**
 * Deletes old versions of a layer, but none that a function uses: not in what it is now, and not in any version of it
 * that was published, so in no alias either. Functions of other accounts are not to be seen.
 */
public final class LayerPruner {

    private static final Duration MOST_WAITING = Duration.ofMinutes(2);

    private final AwsClients clients;
    private final Waiting waiting;

    /** Waits for real where AWS asks for it. */
    public LayerPruner(AwsClients clients, AwsEvents events) {
        this(clients, events, AwsPause.SLEEPING);
    }

    LayerPruner(AwsClients clients, AwsEvents events, AwsPause pause) {
        this.clients = clients;
        this.waiting = new Waiting(pause, events);
    }

    /**
     * What {@link #delete} would do, region by region; only reads.
     *
     * @param layer whose versions
     * @param keep how many of the newest stay in any case
     * @param needed versions that stay too, such as the one that was published last from here
     */
    public List<PrunePlan> plan(LayerName layer, int keep, Set<String> needed) {
        new Preflight(clients).checkAccounts(List.of(), List.of());
        return new Crew(clients.regions().size()).all(clients.regions(), region -> plan(region, layer, keep, needed));
    }

    private PrunePlan plan(String region, LayerName layer, int keep, Set<String> needed) {
        List<LayerVersionArn> all = versions(region, layer);
        List<LayerVersionArn> old = all.stream()
                .skip(keep)
                .filter(version -> !needed.contains(version.value()))
                .toList();
        // Without old versions there is nothing to ask about functions.
        Map<String, Set<String>> users = old.isEmpty() ? Map.of() : users(region);
        return new PrunePlan(
                region,
                all.size(),
                old.stream().filter(v -> !users.containsKey(v.value())).toList(),
                old.stream()
                        .filter(v -> users.containsKey(v.value()))
                        .map(v -> new PrunePlan.Used(v, List.copyOf(users.getOrDefault(v.value(), Set.of()))))
                        .toList());
    }

    /** Newest first; AWS lists them so, and promises no order. */
    private List<LayerVersionArn> versions(String region, LayerName layer) {
        List<LayerVersionArn> found = new ArrayList<>();
        Set<String> markers = new HashSet<>();
        String marker = null;
        do {
            ListLayerVersionsResponse page = page(region, layer, marker);
            page.layerVersions().stream()
                    .map(LayerVersionsListItem::layerVersionArn)
                    .map(LayerVersionArn::parse)
                    .forEach(found::add);
            marker = page.nextMarker();
        } while (marker != null && !marker.isEmpty() && markers.add(marker));
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingLong(LayerVersionArn::version).reversed())
                .toList();
    }

    private ListLayerVersionsResponse page(String region, LayerName layer, @Nullable String marker) {
        try {
            return clients.lambda(region)
                    .listLayerVersions(b -> b.layerName(layer.value())
                            .maxItems(LambdaLimits.PAGE_ITEMS)
                            .marker(marker));
        } catch (SdkException e) {
            throw new AwsFailures(region, "lambda:ListLayerVersions", "layer " + layer).of(e);
        }
    }

    /** The functions that use a layer version, by its ARN. */
    private Map<String, Set<String>> users(String region) {
        Map<String, Set<String>> users = new TreeMap<>();
        for (FunctionConfiguration function : new FunctionSearch(clients).allVersions(region)) {
            String version = function.version();
            String name = function.functionName() + (version == null || version.equals("$LATEST") ? "" : ":" + version);
            for (Layer layer : function.layers()) {
                users.computeIfAbsent(layer.arn(), arn -> new TreeSet<>()).add(name);
            }
        }
        return users;
    }

    /** Deletes what the plans say; a version that is gone already counts as deleted. */
    public void delete(List<PrunePlan> plans) {
        new Crew(Math.max(1, plans.size())).all(plans, plan -> {
            plan.unused().forEach(this::delete);
            return plan;
        });
    }

    private void delete(LayerVersionArn version) {
        Waits waits = waiting.in(version.region(), MOST_WAITING);
        while (true) {
            try {
                clients.lambdaForWrites(version.region())
                        .deleteLayerVersion(
                                b -> b.layerName(version.layer().value()).versionNumber(version.version()));
                waiting.events().deleted(version);
                return;
            } catch (SdkException e) {
                AwsError error = new AwsError(e);
                // Deleting twice is as deleting once.
                boolean mayPass = error.isThrottled() || error.isAmbiguous();
                if (!mayPass || !waits.asTold(error, "no good answer to lambda:DeleteLayerVersion")) {
                    throw new AwsFailures(version.region(), "lambda:DeleteLayerVersion", version.value()).of(e);
                }
            }
        }
    }
}
