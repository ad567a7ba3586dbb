package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static io.github.lambdalayer.testing.ZipBuilder.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.aws.LayerPermission;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.aws.StorageMode;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.aws.Emulator;
import io.github.lambdalayer.testing.aws.PlainClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** All steps that ask AWS, in two regions of an emulator that others wrote, which knows revisions, policies and links. */
@Tag("live")
class EmulatorLiveTest {

    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1");

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @TempDir
    private Path basedir;

    @Test
    void aLayerIsPublishedSharedAttachedByAnAliasTakenOffAndPruned() throws Exception {
        assumeTrue(Emulator.isThere(), "there is no ministack here");
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
        wheel("six", "1.16.0").header("License", "MIT").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (Emulator ministack = Emulator.start(basedir);
                PlainClients clients = ministack.clients()) {
            REGIONS.forEach(region -> prepare(clients, region));
            Delivery direct = delivery(ministack, Staging.DIRECT);
            build.publish(spec, direct);
            build.attach(spec, direct);
            assertThat(log.take())
                    .contains("attached 1 orders eu-west-1 attached", "attached 1 orders us-east-1 attached");
            build.publish(spec, direct);
            build.attach(spec, direct);
            assertThat(log.take())
                    .contains("attached 1 orders eu-west-1 unchanged", "attached 1 orders us-east-1 unchanged");
            LayerSpec other = described(spec, "Other");
            Delivery reference = delivery(
                    ministack, new Staging("stage-{account}-{region}", "lambda-layers/", StorageMode.REFERENCE));
            assertThat(build.plan(other, reference).regions())
                    .allSatisfy(region -> assertThat(region.publishedBytes()).isPositive());
            build.publish(other, reference);
            build.attach(other, reference);
            REGIONS.forEach(region -> assertAttached(clients, region));
            build.detach(other, reference, false);
            assertThat(build.prune(other, reference, 1, true)).isEqualTo(2);
            REGIONS.forEach(region -> assertPruned(clients, region));
        }
    }

    private static Delivery delivery(Emulator ministack, Staging staging) {
        return new Delivery(
                new AwsSettings(REGIONS, ministack.endpoint().toString(), "", "", ""),
                staging,
                List.of(FunctionWish.of("orders", "live", "{}")),
                LayerSharing.of(List.of(LayerPermission.ofAccount("210987654321")), false),
                Optional.empty(),
                "");
    }

    private static LayerSpec described(LayerSpec spec, String description) {
        return new LayerSpec(
                spec.name(),
                description,
                spec.licenseInfo(),
                spec.targets(),
                spec.wanted(),
                spec.lock(),
                spec.indexes(),
                spec.identity(),
                spec.contents(),
                spec.basedir(),
                spec.output());
    }

    private static void prepare(PlainClients clients, String region) {
        LambdaClient lambda = clients.lambda(region);
        byte[] code =
                zip().file("app.py", "def handler(event, context): return {}").bytes();
        lambda.createFunction(b -> b.functionName("orders")
                .runtime("python3.13")
                .handler("app.handler")
                .code(c -> c.zipFile(SdkBytes.fromByteArray(code)))
                .role("arn:aws:iam::000000000000:role/orders"));
        String version = lambda.publishVersion(b -> b.functionName("orders")).version();
        lambda.createAlias(b -> b.functionName("orders").name("live").functionVersion(version));
        S3Client s3 = clients.s3(region);
        String bucket = "stage-000000000000-" + region;
        s3.createBucket(b -> {
            b.bucket(bucket);
            if (!region.equals("us-east-1")) {
                b.createBucketConfiguration(c -> c.locationConstraint(region));
            }
        });
        s3.putBucketVersioning(
                b -> b.bucket(bucket).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        s3.putBucketPolicy(b -> b.bucket(bucket).policy("""
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow",
                  "Principal": {"Service": "lambda.amazonaws.com"},
                  "Action": ["s3:GetObject", "s3:GetObjectVersion"],
                  "Resource": "arn:aws:s3:::%s/*"}]}
                """.formatted(bucket)));
    }

    private static void assertAttached(PlainClients clients, String region) {
        String arn = "arn:aws:lambda:" + region + ":000000000000:layer:data:2";
        assertThat(clients.lambda(region)
                        .getFunctionConfiguration(b -> b.functionName("orders").qualifier("live"))
                        .layers())
                .singleElement()
                .satisfies(layer -> assertThat(layer.arn()).isEqualTo(arn));
        assertThat(clients.lambda(region)
                        .getLayerVersionPolicy(b -> b.layerName("data").versionNumber(2L))
                        .policy())
                .containsOnlyOnce("210987654321:root");
        assertThat(clients.s3(region)
                        .listObjectsV2(b -> b.bucket("stage-000000000000-" + region))
                        .contents())
                .hasSize(1);
    }

    private static void assertPruned(PlainClients clients, String region) {
        LambdaClient lambda = clients.lambda(region);
        assertThat(lambda.getFunctionConfiguration(b -> b.functionName("orders"))
                        .layers())
                .isEmpty();
        assertThat(lambda.listLayerVersions(b -> b.layerName("data")).layerVersions())
                .extracting(LayerVersionsListItem::version)
                .containsExactly(2L);
    }
}
