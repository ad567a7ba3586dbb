package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.AttachPlan;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.aws.LayerPermission;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.build.DeliveryPlan.RegionPlan;
import io.github.lambdalayer.build.PackageChanges.Change;
import io.github.lambdalayer.build.PackageChanges.Packaged;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.aws.FakeLambda;
import io.github.lambdalayer.testing.aws.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says, and that it only reads. */
class PlanningTest {

    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:1";

    @TempDir
    private Path basedir;

    @AutoClose
    private final FakeLambda aws;

    private final LayerBuild build =
            new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, new RecordingBuildLog(), "0.1.0"));

    PlanningTest() throws IOException {
        aws = FakeLambda.start();
    }

    @BeforeEach
    void wheels() {
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        wheel("six", "1.17.0").in(basedir.resolve("wheels"));
        wheel("Old.Name", "1.0").in(basedir.resolve("wheels"));
        wheel("fresh", "2.0").in(basedir.resolve("wheels"));
    }

    private Delivery delivery(LayerSharing sharing, String... functions) {
        return new Delivery(
                new AwsSettings(List.of("eu-west-1"), aws.endpoint().toString(), "", "", ""),
                Staging.DIRECT,
                Stream.of(functions).map(FunctionWish::of).toList(),
                sharing,
                Optional.empty(),
                "");
    }

    private DeliveryPlan plan(String... requirements) {
        aws.forgetCalls();
        DeliveryPlan plan = build.plan(
                TestSpecs.in(basedir).requiring(requirements).spec(), delivery(LayerSharing.UNDECLARED, "orders"));
        assertThat(aws.writes()).isEmpty();
        return plan;
    }

    private void publish(String... requirements) {
        LayerSpec spec = TestSpecs.in(basedir).requiring(requirements).spec();
        build.publish(spec, delivery(LayerSharing.UNDECLARED));
        build.attach(spec, delivery(LayerSharing.UNDECLARED, "orders"));
    }

    @Test
    void aFirstVersionHasNothingToBeComparedWith() {
        aws.function("eu-west-1", "orders");
        DeliveryPlan plan = plan("six==1.16.0");
        RegionPlan region = plan.regions().get(0);
        assertThat(((PublishPlan.Publish) region.plan()).because()).isEqualTo("first version");
        assertThat(region.packages().isKnown()).isFalse();
        assertThat(plan.functions())
                .extracting(AttachPlan::replaces, AttachPlan::changes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("", true));
        assertThat(plan.changes()).isTrue();
    }

    @Test
    void packagesAreComparedWithThoseOfTheNewestVersionAndOnlyItsEndIsRead() {
        aws.function("eu-west-1", "orders");
        publish("six==1.16.0", "old-name");
        DeliveryPlan plan = plan("six==1.17.0", "fresh");
        RegionPlan region = plan.regions().get(0);
        assertThat(region.packages())
                .isEqualTo(new PackageChanges(
                        List.of(new Packaged("fresh", "2.0")),
                        List.of(new Packaged("old-name", "1.0")),
                        List.of(new Change("six", "1.16.0", "1.17.0")),
                        true));
        assertThat(region.publishedBytes()).isPositive();
        assertThat(plan.functions().get(0).replaces()).isEqualTo("1");
        assertThat(aws.ranges()).hasSize(1).allMatch(range -> range.startsWith("bytes="));
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
        aws.function("eu-west-1", "orders");
        publish("six==1.16.0");
        DeliveryPlan plan = plan("six==1.16.0");
        assertThat(plan.changes()).isFalse();
        assertThat(plan.regions().get(0).plan().toString()).contains("Keep").contains(ARN);
        assertThat(aws.ranges()).isEmpty();
    }

    @Test
    void aZipThatCannotBeReadIsNotCompared() {
        aws.function("eu-west-1", "orders");
        publish("six==1.16.0");
        aws.on("GetLayerVersion", Fault.first(() -> {}));
        aws.linksAreForbidden();
        assertThat(plan("six==1.17.0").regions().get(0).packages().isKnown()).isFalse();
    }

    @Test
    void aVersionThatIsNoZipForUsIsNotCompared() {
        aws.function("eu-west-1", "orders");
        aws.layer(ARN, 100);
        RegionPlan region = plan("six==1.16.0").regions().get(0);
        assertThat(((PublishPlan.Publish) region.plan()).newest()).isEqualTo(ARN);
        assertThat(region.packages().isKnown()).isFalse();
    }

    @Test
    void aZipOfAnotherToolIsComparedToo() throws IOException {
        aws.function("eu-west-1", "orders");
        publish("six==1.16.0");
        Path zip = basedir.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("python/six-1.17.0.dist-info/METADATA"));
            out.write("Metadata-Version: 2.1\nName: six\nVersion: 1.17.0\n".getBytes(UTF_8));
            out.putNextEntry(new ZipEntry("python/setuptools/_vendor/packaging-24.2.dist-info/METADATA"));
        }
        Delivery delivery = delivery(LayerSharing.UNDECLARED);
        DeliveryPlan plan = build.plan(
                TestSpecs.in(basedir).requiring("six==1.16.0").spec(),
                new Delivery(delivery.aws(), delivery.staging(), List.of(), delivery.sharing(), Optional.of(zip), ""));
        assertThat(plan.regions().get(0).packages())
                .isEqualTo(new PackageChanges(
                        List.of(), List.of(), List.of(new PackageChanges.Change("six", "1.16.0", "1.17.0")), true));
    }

    @Test
    void sharingThatWouldChangeIsPlanned() {
        LayerSpec spec = TestSpecs.in(basedir).requiring("six==1.16.0").spec();
        build.publish(spec, delivery(LayerSharing.of(List.of(LayerPermission.ofAccount("210987654321")), false)));
        DeliveryPlan plan =
                build.plan(spec, delivery(LayerSharing.of(List.of(LayerPermission.ofAccount("111111111111")), false)));
        assertThat(plan.regions().get(0).sharing())
                .containsExactly("- lambda-layer-account-210987654321", "+ lambda-layer-account-111111111111");
        assertThat(plan.changes()).isTrue();
    }

    @Test
    void theJsonHasItAll() {
        aws.function("eu-west-1", "orders");
        publish("six==1.16.0", "old-name");
        DeliveryPlan plan = plan("six==1.17.0", "fresh");
        assertThat(PlanWriter.write(List.of(plan)))
                .contains(
                        "\"layer\" : \"data\"",
                        "\"changes\" : true",
                        "\"sha256\" : \"" + plan.sha256() + "\"",
                        "\"action\" : \"publish\"",
                        "\"newest\" : \"" + ARN + "\"",
                        "\"from\" : \"1.16.0\"",
                        "\"function\" : \"orders\"");
    }
}
