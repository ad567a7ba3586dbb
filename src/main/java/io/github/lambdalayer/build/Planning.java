package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AttachPlan;
import io.github.lambdalayer.aws.AttachRequest;
import io.github.lambdalayer.aws.AwsClients;
import io.github.lambdalayer.aws.LayerAttacher;
import io.github.lambdalayer.aws.LayerPublisher;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.aws.PublishRequest;
import io.github.lambdalayer.aws.PublishedZip;
import io.github.lambdalayer.build.DeliveryPlan.RegionPlan;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what publishing and attaching would do; only reads. */
final class Planning {

    private final AwsClients clients;
    private final AwsNews news;

    Planning(AwsClients clients, BuildLog log) {
        this.clients = clients;
        this.news = new AwsNews(log);
    }

    DeliveryPlan plan(Shipment shipment, Delivery delivery) {
        PublishRequest request = Publishing.request(shipment, delivery);
        LayerPublisher publisher = new LayerPublisher(clients, news);
        List<PublishPlan> plans = publisher.plan(request);
        List<List<String>> sharing = publisher.sharingChanges(request, plans);
        Optional<Map<String, String>> packages = own(shipment);
        List<RegionPlan> regions = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            regions.add(region(plans.get(i), packages, sharing.get(i)));
        }
        LayerResult result = shipment.result();
        return new DeliveryPlan(
                result.layer(),
                result.zip(),
                result.sha256(),
                result.zippedBytes(),
                result.unzippedBytes(),
                regions,
                functions(shipment, delivery, plans));
    }

    private List<AttachPlan> functions(Shipment shipment, Delivery delivery, List<PublishPlan> plans) {
        if (delivery.functions().isEmpty()) {
            return List.of();
        }
        List<LayerVersionArn> versions = plans.stream()
                .map(plan ->
                        plan instanceof PublishPlan.Keep keep ? keep.arn() : ((PublishPlan.Publish) plan).expected())
                .toList();
        return new LayerAttacher(clients, news)
                .plan(new AttachRequest(
                        versions,
                        delivery.functions(),
                        shipment.spec().runtimes(),
                        shipment.spec().architectures(),
                        shipment.result().unzippedBytes()));
    }

    private static Optional<Map<String, String>> own(Shipment shipment) {
        try (ByteSource source = ByteSource.file(shipment.zip())) {
            return packages(source);
        } catch (IOException e) {
            throw FinishedZip.unreadable(shipment.zip(), e);
        }
    }

    private RegionPlan region(PublishPlan plan, Optional<Map<String, String>> packages, List<String> sharing) {
        if (!(plan instanceof PublishPlan.Publish publish) || publish.newest().isEmpty()) {
            return new RegionPlan(plan, PackageChanges.UNKNOWN, 0, sharing);
        }
        try (PublishedZip newest = PublishedZip.open(clients, LayerVersionArn.parse(publish.newest()))) {
            PackageChanges changes = packages(newest)
                    .flatMap(before -> packages.map(after -> PackageChanges.between(before, after)))
                    .orElse(PackageChanges.UNKNOWN);
            return new RegionPlan(plan, changes, newest.size(), sharing);
        } catch (IOException e) {
            return new RegionPlan(plan, PackageChanges.UNKNOWN, 0, sharing); // Emulators give no link.
        }
    }

    /** Empty for what is no zip, or has packages with names that are none: then it is not compared. */
    private static Optional<Map<String, String>> packages(ByteSource zip) throws IOException {
        try {
            return Optional.of(PackageChanges.packages(RawZip.readForeign(zip, ZipLimits.WHEEL)));
        } catch (LayerException e) {
            return Optional.empty();
        }
    }
}
