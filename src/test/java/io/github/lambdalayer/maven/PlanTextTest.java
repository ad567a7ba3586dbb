package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.AttachPlan;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.build.DeliveryPlan;
import io.github.lambdalayer.build.DeliveryPlan.RegionPlan;
import io.github.lambdalayer.build.PackageChanges;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";
    private static final PackageChanges NOTHING = new PackageChanges(List.of(), List.of(), List.of(), false);

    @Test
    void everyRegionPackageAndFunctionHasALine() {
        PackageChanges changes = new PackageChanges(
                List.of(new PackageChanges.Packaged("tzdata", "2024.2")),
                List.of(new PackageChanges.Packaged("pytz", "2024.1")),
                List.of(new PackageChanges.Change("numpy", "2.1.2", "2.1.3")),
                true);
        DeliveryPlan plan = new DeliveryPlan(
                "data",
                "data.zip",
                "00",
                29_898_319,
                101_234_567,
                List.of(
                        new RegionPlan(
                                new PublishPlan.Publish(
                                        "eu-west-1", "new content", "stage", ARN, LayerVersionArn.parse(ARN)),
                                changes,
                                28_100_000,
                                List.of("+ lambda-layer-account-210987654321")),
                        new RegionPlan(
                                new PublishPlan.Keep("us-east-1", LayerVersionArn.parse(ARN)), NOTHING, 0, List.of())),
                List.of(
                        new AttachPlan("eu-west-1", FunctionName.of("orders"), "6", true, "live", 160_909_433),
                        new AttachPlan("us-east-1", FunctionName.of("orders"), "7", false, "", 1)));
        assertThat(PlanText.lines(plan))
                .containsExactly(
                        "  would     publish data to eu-west-1 (new content): 29.9 MB; 28.1 MB before, through bucket stage",
                        "  +         tzdata 2024.2",
                        "  -         pytz 2024.1",
                        "  ~         numpy 2.1.2 to 2.1.3",
                        "  would     share in eu-west-1: + lambda-layer-account-210987654321",
                        "  would     keep " + ARN + " (unchanged)",
                        "  would     attach data to orders in eu-west-1 (in the place of version 6; alias live is moved;"
                                + " at most 160.9 MB of room is left)",
                        "  unchanged orders in us-east-1");
    }
}
