package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AttachRequest;
import io.github.lambdalayer.aws.AwsClients;
import io.github.lambdalayer.aws.LayerAttacher;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fourth step: the published version on functions, in the place of the one that they have. */
final class Attaching {

    private final AwsClients clients;
    private final BuildLog log;

    Attaching(AwsClients clients, BuildLog log) {
        this.clients = clients;
        this.log = log;
    }

    /**
     * Attaches, and writes down each function when it is done.
     *
     * @throws LayerException with {@link BuildProblem#NOT_PUBLISHED}, or when a function could not be brought to an end
     */
    LayerResult attach(Shipment shipment, Delivery delivery) {
        LayerSpec spec = shipment.spec();
        LayerResult result = shipment.result();
        Journal journal = new Journal(spec, result, clients.regions(), log);
        AttachRequest request = new AttachRequest(
                versions(shipment, delivery),
                delivery.functions(),
                spec.runtimes(),
                spec.architectures(),
                result.unzippedBytes());
        new LayerAttacher(clients, journal).attach(request).orThrow();
        return journal.result();
    }

    /** The version of each region: what was published from here, or else one that is the same. */
    private List<LayerVersionArn> versions(Shipment shipment, Delivery delivery) {
        List<LayerVersionArn> versions = new ArrayList<>();
        for (String region : clients.regions()) {
            Optional<PublishedVersion> known = shipment.result().publishedIn(region);
            if (known.isEmpty()) {
                return published(shipment, delivery);
            }
            versions.add(LayerVersionArn.parse(known.get().arn()));
        }
        return versions;
    }

    private List<LayerVersionArn> published(Shipment shipment, Delivery delivery) {
        List<LayerVersionArn> versions = new ArrayList<>();
        for (PublishPlan plan : new Publishing(clients, log).plan(shipment, delivery)) {
            if (plan instanceof PublishPlan.Keep keep) {
                versions.add(keep.arn());
            } else {
                throw new LayerException(
                        BuildProblem.NOT_PUBLISHED,
                        "Layer " + shipment.spec().name() + ", as it is now, is not published in " + plan.region()
                                + ".",
                        "mvn lambda-layer:publish lambda-layer:attach");
            }
        }
        return versions;
    }
}
