package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsClients;
import io.github.lambdalayer.aws.LayerPublisher;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.aws.PublishRequest;
import io.github.lambdalayer.aws.Staging;
import java.util.List;

/** The third step: one version of the layer in each region, where the newest one differs. */
final class Publishing {

    private final AwsClients clients;
    private final BuildLog log;

    Publishing(AwsClients clients, BuildLog log) {
        this.clients = clients;
        this.log = log;
    }

    /**
     * Publishes, and writes down each region when it is done.
     *
     * @throws io.github.lambdalayer.problem.LayerException when a region could not be published to
     */
    LayerResult publish(Shipment shipment, Staging staging) {
        Journal journal = new Journal(shipment.spec(), shipment.result(), log);
        new LayerPublisher(clients, journal).publish(request(shipment, staging)).orThrow();
        return journal.result();
    }

    /** What {@link #publish} would do; changes nothing. */
    List<PublishPlan> plan(Shipment shipment, Staging staging) {
        Journal journal = new Journal(shipment.spec(), shipment.result(), log);
        return new LayerPublisher(clients, journal).plan(request(shipment, staging));
    }

    private static PublishRequest request(Shipment shipment, Staging staging) {
        LayerSpec spec = shipment.spec();
        LayerResult result = shipment.result();
        return new PublishRequest(
                spec.name(),
                spec.description(),
                spec.licenseInfo().isEmpty() ? Licences.of(shipment.zip()) : spec.licenseInfo(),
                spec.runtimes(),
                spec.architectures(),
                shipment.zip(),
                result.sha256(),
                result.codeSha256(),
                result.zippedBytes(),
                result.unzippedBytes(),
                staging);
    }
}
