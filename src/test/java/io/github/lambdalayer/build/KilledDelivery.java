package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.aws.LayerPermission;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The program that {@link KilledDeliveryTest} kills: it publishes a layer, shares it, and attaches it by an alias. */
final class KilledDelivery {

    private static final String ORDERS = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

    private KilledDelivery() {}

    public static void main(String[] arguments) {
        if (arguments.length == 1) {
            build().assemble(spec(Path.of(arguments[0])));
        } else {
            run(arguments[0], Path.of(arguments[1]));
        }
    }

    static void run(String endpoint, Path project) {
        LayerSpec spec = spec(project);
        Delivery delivery = new Delivery(
                new AwsSettings(List.of("eu-west-1", "us-east-1"), endpoint, "", "", ""),
                Staging.DIRECT,
                List.of(FunctionWish.of(ORDERS, "live", "{}")),
                LayerSharing.of(List.of(LayerPermission.ofAccount("210987654321")), false),
                Optional.empty(),
                "");
        build().publish(spec, delivery);
        build().attach(spec, delivery);
    }

    static LayerBuild build() {
        return new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, new RecordingBuildLog(), "0.1.0"));
    }

    static LayerSpec spec(Path project) {
        return TestSpecs.in(project).requiring("six").spec();
    }
}
