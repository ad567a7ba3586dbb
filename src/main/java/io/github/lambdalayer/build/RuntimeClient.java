package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.layer.Exclusions;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.layer.Unpacking;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.requirement.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Fetches what AWS itself runs handlers with, {@code awslambdaric}, and all that it requires, for the runtime at hand, from
 * the indexes that the layer's packages come from.
 */
final class RuntimeClient {

    private static final Wanted CLIENT = Wanted.of(List.of(Requirement.parse("awslambdaric>=3")));

    private final Ports ports;

    RuntimeClient(Ports ports) {
        this.ports = ports;
    }

    /** Unpacks it below {@code folder}, and returns the folder that is to be on the path. */
    Path unpack(LayerSpec spec, LambdaTarget target, Path folder) {
        Indexes indexes = ports.indexes(spec);
        LayerSpec wanting = spec.with(CLIENT);
        List<Selection> selections = new Resolving(indexes, ports.log())
                .resolve(wanting, Requirements.of(wanting), List.of(target), any -> Map.of());
        try (OpenWheels wheels = OpenWheels.of(selections, indexes.store())) {
            LayerPlanner planner =
                    new LayerPlanner(Exclusions.NONE).wheels(SitePackages.FLAT, wheels.of(wheels.files()));
            Unpacking.unpack(planner.plan(), folder);
        }
        return folder.resolve(SitePackages.FLAT.folder());
    }
}
