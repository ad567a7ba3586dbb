package io.github.lambdalayer.build;

import io.github.lambdalayer.audit.Audit;
import io.github.lambdalayer.aws.AwsClients;
import io.github.lambdalayer.aws.AwsEvents;
import io.github.lambdalayer.aws.LayerPublisher;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.aws.PublishRequest;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The third step: one version of the layer in each region, where none of its versions is the same. */
final class Publishing {

    private final AwsClients clients;
    private final BuildLog log;

    Publishing(AwsClients clients, BuildLog log) {
        this.clients = clients;
        this.log = log;
    }

    /**
     * Whether AWS will do at all, before anything is downloaded: credentials, account, buckets, and the room for code.
     *
     * @throws LayerException for all regions together
     */
    void preflight(LayerSpec spec, Delivery delivery) {
        boolean fresh = !Files.exists(spec.files().json());
        new LayerPublisher(clients, AwsEvents.NONE).preflight(spec.name(), delivery.staging(), fresh);
    }

    /**
     * Publishes, and writes down each region when it is done.
     *
     * @throws io.github.lambdalayer.problem.LayerException when a region could not be published to
     */
    LayerResult publish(Shipment shipment, Delivery delivery) {
        if (delivery.sharing().isPublic()) {
            requireNoSecrets(shipment);
            log.warned("Every AWS account may use layer " + shipment.result().layer()
                    + " and read what is in it: allowPublic is true.");
        }
        Journal journal = new Journal(shipment.spec(), shipment.result(), clients.regions(), log);
        try {
            new LayerPublisher(clients, journal)
                    .publish(request(shipment, delivery))
                    .orThrow();
        } finally {
            journal.tellRest();
        }
        return journal.result();
    }

    /** What {@link #publish} would do; changes nothing. */
    List<PublishPlan> plan(Shipment shipment, Delivery delivery) {
        Journal journal = new Journal(shipment.spec(), shipment.result(), clients.regions(), log);
        return new LayerPublisher(clients, journal).plan(request(shipment, delivery));
    }

    /** What everybody can read must not hold what looks like a secret, whatever the audit was told to make of it. */
    private static void requireNoSecrets(Shipment shipment) {
        try (LayerArchive archive = LayerArchive.open(shipment.zip())) {
            List<String> secrets = Audit.secrets(archive.plan());
            if (!secrets.isEmpty()) {
                throw new LayerException(
                        BuildProblem.PUBLIC_SECRET,
                        "Layer " + shipment.result().layer() + " is for every AWS account, and "
                                + String.join(" ", secrets),
                        "leave the file out with <exclusions>, and read secrets at run time");
            }
        } catch (IOException e) {
            throw FinishedZip.unreadable(shipment.zip(), e);
        }
    }

    /** What is asked of AWS. */
    static PublishRequest request(Shipment shipment, Delivery delivery) {
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
                delivery.staging(),
                delivery.sharing(),
                result.published().stream()
                        .map(version -> LayerVersionArn.parse(version.arn()))
                        .toList());
    }
}
