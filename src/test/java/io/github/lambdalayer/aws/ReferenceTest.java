package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.PublishOutcome.Published;
import io.github.lambdalayer.lambda.LayerName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips that Lambda reads where they are: what has to be so before, and what is told afterwards. */
class ReferenceTest {

    private static final String ACCOUNT = "123456789012";
    private static final Staging REFERENCE = new Staging("stage", "lambda-layers/", StorageMode.REFERENCE);
    private static final String UNVERSIONED = lines(
            "eu-west-1: bucket stage keeps no versions of its objects, and with storageMode REFERENCE Lambda reads one"
                    + " version of an object for good.",
            "hint: aws s3api put-bucket-versioning --bucket stage --region eu-west-1 --versioning-configuration"
                    + " Status=Enabled",
            "see problems.html#bucket-unversioned");

    @AutoClose
    private final World world = new World();

    @TempDir
    Path folder;

    private LayerFixture layer() {
        return LayerFixture.in(folder, "x = 1").staging(REFERENCE);
    }

    private String refusal() {
        return failure(() -> world.publish(layer().request())).block();
    }

    private static String closed(String actions) {
        return lines(
                "eu-west-1: the policy of bucket stage does not allow " + actions
                        + " to lambda.amazonaws.com, and with storageMode REFERENCE Lambda itself reads the zip.",
                "hint: allow that on arn:aws:s3:::stage/lambda-layers/data/* to {\"Service\": \"lambda.amazonaws.com\"}",
                "see problems.html#bucket-closed-to-lambda");
    }

    @Test
    void aBucketWithoutVersionsIsRefusedBeforeAnythingIsWritten() {
        world.fake.bucket("stage", REGION);
        world.fake.letLambdaRead("stage");
        assertThat(refusal()).isEqualTo(UNVERSIONED);
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void aBucketThatDoesNotLetLambdaReadIsRefusedBeforeAnythingIsWritten() {
        world.fake.bucket("stage", REGION, ACCOUNT, true);
        assertThat(refusal()).isEqualTo(closed("s3:GetObject and s3:GetObjectVersion"));
        world.fake.bucketPolicy(
                "stage",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"lambda.amazonaws.com\"},"
                        + " \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::stage/*\"}}");
        assertThat(refusal()).isEqualTo(closed("s3:GetObjectVersion"));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void aLayerThatIsYetToBeMadeIsRefusedBeforeItIsMade() {
        world.fake.bucket("stage", REGION);
        assertThat(failure(() -> preflight(true)).block()).isEqualTo(UNVERSIONED);
        preflight(false);
        world.fake.bucket("stage", REGION, ACCOUNT, true);
        assertThat(failure(() -> preflight(true)).block()).isEqualTo(closed("s3:GetObject and s3:GetObjectVersion"));
        world.fake.letLambdaRead("stage");
        preflight(true);
    }

    private void preflight(boolean fresh) {
        world.publisher(REGION).preflight(LayerName.of("data"), REFERENCE, fresh);
    }

    @Test
    void everyCallSaysWhoseBucketItIs() {
        world.fake.bucket("stage", REGION, "210987654321", true);
        assertThat(refusal())
                .startsWith("eu-west-1: s3:PutObject on bucket stage is denied: it is not a bucket of account"
                        + " 123456789012, or the caller may not use it.");
        assertThat(world.fake.calls("PublishLayerVersion")).isEmpty();
        assertThat(world.fake.calls())
                .filteredOn(call ->
                        call.operation().contains("Bucket") || call.operation().contains("Object"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(call -> assertThat(call.body()).containsEntry("x-amz-expected-bucket-owner", ACCOUNT));
    }

    @Test
    void whoeverMayNotLookIsToldWhenTheZipHasNoVersion() {
        world.fake.bucket("stage", REGION);
        world.fake.deny("s3:GetBucketVersioning");
        world.fake.deny("s3:GetBucketPolicy");
        assertThat(refusal()).isEqualTo(UNVERSIONED);
        assertThat(world.fake.calls("PublishLayerVersion")).isEmpty();
    }

    @Test
    void whoeverMayNotLookIsToldByAwsWhatTheBucketDoesNotAllow() {
        world.fake.bucket("stage", REGION, ACCOUNT, true);
        world.fake.deny("s3:GetBucketPolicy");
        assertThat(refusal())
                .startsWith(
                        "eu-west-1: AWS refused lambda:PublishLayerVersion on layer data (400,"
                                + " InvalidParameterValueException): Error occurred while GetObject. S3 Error Code: AccessDenied.");
    }

    @Test
    void theVersionOfTheObjectIsPinnedAndItsDeletionWarnedOf() {
        world.fake.bucket("stage", REGION, ACCOUNT, true);
        world.fake.letLambdaRead("stage");
        LayerFixture layer = layer();
        String key = "lambda-layers/data/" + layer.sha256() + ".zip";
        world.fake.object("stage", key, layer.content());
        world.fake.object("stage", key, layer.content());
        Published published = (Published) world.publish(layer.request());
        assertThat(world.fake.calls("PublishLayerVersion").get(0).body().get("Content"))
                .isEqualTo(Map.of(
                        "S3Bucket", "stage",
                        "S3Key", key,
                        "S3ObjectVersion", "v2",
                        "S3ObjectStorageMode", "REFERENCE"));
        assertThat(world.told)
                .contains("warned: " + published.arn() + " reads s3://stage/" + key
                        + " (version v2) for as long as it lives: when that is deleted, also by a lifecycle rule,"
                        + " functions that have the layer cannot be updated any more.");
        world.told.clear();
        world.publish(layer.request());
        assertThat(world.told).noneMatch(line -> line.startsWith("warned"));
    }

    @Test
    void aVersionThatAnotherBuildHasMadeOfTheSameMeanwhileIsTold() {
        world.fake.bucket("stage", REGION, ACCOUNT, true);
        world.fake.letLambdaRead("stage");
        PublishRequest request = layer().request();
        List<String> warnings = new ArrayList<>();
        AwsEvents anotherBuild = new AwsEvents() {
            @Override
            public void staged(String region, String address, long bytes) {
                world.publish(request);
            }

            @Override
            public void warned(String region, String sentence) {
                warnings.add(sentence);
            }
        };
        new LayerPublisher(world.clients(REGION), anotherBuild, pause -> {})
                .publish(request)
                .orThrow();
        assertThat(warnings)
                .contains("version 2 is the same as version 1, which another build has published meanwhile; either can"
                        + " be used.");
        assertThat(world.told).noneMatch(line -> line.contains("another build"));
        // No test leaves a version that is there twice.
        world.clients(REGION)
                .lambdaForWrites(REGION)
                .deleteLayerVersion(b -> b.layerName("data").versionNumber(1L));
    }

    @Test
    void aPlanLooksAndOnlyReads() {
        world.fake.bucket("stage", REGION, ACCOUNT, true);
        world.fake.letLambdaRead("stage");
        world.publisher(REGION).plan(layer().request());
        assertThat(world.fake.operations())
                .contains("GetBucketVersioning eu-west-1", "GetBucketPolicy eu-west-1")
                .doesNotHaveDuplicates();
        assertThat(world.fake.writes()).isEmpty();
    }

    /** Whoever may write to the bucket can put something else of the same length there, before the zip comes. */
    @Test
    void anObjectOfWhichNobodyKnowsTheDigestIsNotRead() {
        world.fake.bucket("stage", REGION, ACCOUNT, true);
        world.fake.letLambdaRead("stage");
        LayerFixture layer = layer();
        String key = "lambda-layers/data/" + layer.sha256() + ".zip";
        byte[] other = layer.content().clone();
        other[other.length / 2] ^= 1;
        world.fake.objectWithoutSha256("stage", key, other);
        assertThat(refusal())
                .isEqualTo(lines(
                        "eu-west-1: s3://stage/" + key + " is there already, and S3 knows no SHA-256 of it.",
                        "hint: delete it, so that it is written anew",
                        "see problems.html#object-differs"));
        assertThat(world.fake.calls("PublishLayerVersion")).isEmpty();
    }
}
