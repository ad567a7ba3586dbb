package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsClients;
import io.github.lambdalayer.aws.LayerPublisher;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.aws.PublishRequest;
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
    LayerResult publish(LayerSpec spec, LayerResult result, Delivery delivery) {
        Journal journal = new Journal(spec, result, log);
        new LayerPublisher(clients, journal)
                .publish(request(spec, result, delivery))
                .orThrow();
        return journal.result();
    }

    /** What {@link #publish} would do; changes nothing. */
    List<PublishPlan> plan(LayerSpec spec, LayerResult result, Delivery delivery) {
        return new LayerPublisher(clients, new Journal(spec, result, log)).plan(request(spec, result, delivery));
    }

    private static PublishRequest request(LayerSpec spec, LayerResult result, Delivery delivery) {
        return new PublishRequest(
                spec.name(),
                spec.description(),
                spec.licenseInfo().isEmpty() ? Licences.of(spec.files().zip()) : spec.licenseInfo(),
                spec.runtimes(),
                spec.architectures(),
                spec.files().zip(),
                result.sha256(),
                result.codeSha256(),
                result.zippedBytes(),
                result.unzippedBytes(),
                delivery.staging());
    }
}
