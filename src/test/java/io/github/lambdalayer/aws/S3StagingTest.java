package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.PublishOutcome.Published;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StagingTest {

    private static final int TEN_MEGABYTES = 10_485_760;
    private static final Staging STAGE = new Staging("stage", "lambda-layers/", StorageMode.COPY);
    private static final Staging REFERENCE = new Staging("stage", "lambda-layers/", StorageMode.REFERENCE);

    @AutoClose
    private final World world = new World();

    @TempDir
    Path folder;

    private LayerFixture large() {
        return LayerFixture.in(folder, TEN_MEGABYTES).staging(STAGE);
    }

    @Test
    void aLargeZipGoesThroughTheBucketWithSixCalls() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large();
        String key = "lambda-layers/data/" + layer.sha256() + ".zip";
        assertThat(world.publish(layer.request())).isInstanceOf(Published.class);
        assertThat(world.fake.operations())
                .containsExactly(
                        "GetCallerIdentity eu-west-1",
                        "ListLayerVersions eu-west-1",
                        "GetAccountSettings eu-west-1",
                        "HeadBucket eu-west-1",
                        "PutObject eu-west-1",
                        "PublishLayerVersion eu-west-1");
        assertThat(world.fake.objects("stage")).containsExactly(key);
        assertThat(world.fake.calls("PutObject").get(0).body())
                .containsEntry("if-none-match", "*")
                .containsEntry("x-amz-checksum-sha256", layer.codeSha256())
                .containsEntry("x-amz-expected-bucket-owner", "123456789012")
                .doesNotContainKey("x-amz-trailer");
        assertThat(world.fake.calls("PublishLayerVersion").get(0).body().get("Content"))
                .isEqualTo(Map.of("S3Bucket", "stage", "S3Key", key));
        assertThat(world.told.get(0)).startsWith("staged s3://stage/" + key + " ");
    }

    @Test
    void aSmallZipIsSentDirectly() {
        world.publish(LayerFixture.in(folder, 1_000).staging(STAGE).request());
        assertThat(world.fake.calls("PutObject")).isEmpty();
    }

    @Test
    void regionAndAccountAreFilledIn() {
        world.fake.bucket("stage-123456789012-eu-west-1", REGION);
        Staging staging = new Staging("stage-{account}-{region}", "from/{region}/", StorageMode.COPY);
        LayerFixture layer = large().staging(staging);
        world.publish(layer.request());
        assertThat(world.fake.objects("stage-123456789012-eu-west-1"))
                .containsExactly("from/eu-west-1/data/" + layer.sha256() + ".zip");
    }

    @Test
    void aZipThatIsThereAlreadyIsNotReplaced() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large();
        world.fake.object("stage", "lambda-layers/data/" + layer.sha256() + ".zip", layer.content());
        assertThat(world.publish(layer.request())).isInstanceOf(Published.class);
        assertThat(world.fake.operations())
                .endsWith("PutObject eu-west-1", "HeadObject eu-west-1", "PublishLayerVersion eu-west-1");
    }

    @Test
    void anObjectThatHoldsSomethingElseIsNotUsed() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large();
        String key = "lambda-layers/data/" + layer.sha256() + ".zip";
        world.fake.object("stage", key, new byte[3]);
        assertThat(failure(() -> world.publish(layer.request())).block())
                .isEqualTo(lines(
                        "eu-west-1: s3://stage/" + key + " is there already and holds something else.",
                        "hint: find out who wrote it, and delete it",
                        "see problems.html#object-differs"));
        assertThat(world.fake.calls("PublishLayerVersion")).isEmpty();
    }

    @Test
    void anObjectThatIsReplacedBeforeLambdaReadsItIsNoticedAndTheVersionDeleted() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large();
        LayerFixture other = LayerFixture.in(folder.resolve(".."), "evil = 1");
        String key = "lambda-layers/data/" + layer.sha256() + ".zip";
        world.fake.on("PublishLayerVersion", Fault.first(() -> world.fake.object("stage", key, other.content())));
        assertThat(failure(() -> world.publish(layer.request())).block())
                .isEqualTo(lines(
                        "eu-west-1: arn:aws:lambda:eu-west-1:123456789012:layer:data:1 does not hold what was sent: its"
                                + " CodeSha256 is " + other.codeSha256() + ", that of the zip is "
                                + layer.codeSha256() + ". The version was deleted.",
                        "hint: someone replaces objects in the bucket, or the zip was rebuilt meanwhile: run the goal"
                                + " again",
                        "see problems.html#content-differs"));
        assertThat(world.fake.versions(REGION, "data")).isEmpty();
    }

    @Test
    void aSpoiltVersionThatCannotBeDeletedIsNamed() {
        world.fake.deny("lambda:DeleteLayerVersion");
        LayerFixture layer = LayerFixture.in(folder, "x = 1");
        PublishRequest request = layer.request();
        LayerFixture.in(folder, "x = 2");
        assertThat(failure(() -> world.publish(request))).satisfies(e -> {
            assertThat(e.sentence()).endsWith(". It could not be deleted.");
            assertThat(e.hints())
                    .containsExactly("aws lambda delete-layer-version --region eu-west-1 --layer-name data"
                            + " --version-number 1");
        });
    }

    @Test
    void aBucketElsewhereIsFoundBeforeAnythingIsWritten() {
        world.fake.bucket("stage", "us-east-2");
        assertThat(failure(() -> world.publish(large().request())).block())
                .isEqualTo(lines(
                        "eu-west-1: bucket stage is in us-east-2, and Lambda reads from its own region only.",
                        "hint: name a bucket for each region: <bucket>my-bucket-{region}</bucket>",
                        "see problems.html#bucket-elsewhere"));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void aBucketOfSomeoneElseGetsNothingAndNoVersionIsMade() {
        world.fake.bucket("stage", REGION, "210987654321", false);
        assertThat(failure(() -> world.publish(large().request())).block())
                .isEqualTo(lines(
                        "eu-west-1: s3:PutObject on bucket stage is denied: it is not a bucket of account 123456789012,"
                                + " or the caller may not use it.",
                        "hint: see whose bucket it is, or allow s3:PutObject to the caller",
                        "see problems.html#bucket-denied"));
        assertThat(world.fake.objects("stage")).isEmpty();
        assertThat(world.fake.calls("PublishLayerVersion")).isEmpty();
    }

    @Test
    void aBucketThatCannotBeUsedKeepsEveryRegionFromBeingPublishedTo() {
        world.fake.bucket("stage-eu-west-1", REGION);
        world.fake.bucket("stage-us-east-1", "us-east-1", "210987654321", false);
        PublishRequest request = large().staging(new Staging("stage-{region}", "", StorageMode.COPY))
                .request();
        assertThat(failure(() -> world.publisher(REGION, "us-east-1").publish(request))
                        .code())
                .isEqualTo(AwsProblem.BUCKET_DENIED);
        assertThat(world.fake.calls("PublishLayerVersion")).isEmpty();
    }

    @Test
    void lookingAtTheBucketNeedsNoPermissionOfItsOwn() {
        world.fake.bucket("stage", REGION);
        world.fake.deny("s3:ListBucket");
        assertThat(world.publish(large().request())).isInstanceOf(PublishOutcome.Published.class);
    }

    @Test
    void aReferenceIsNotPublishedAgainThoughLambdaTellsAnotherDigest() {
        world.fake.bucket("stage", REGION, "123456789012", true);
        world.fake.letLambdaRead("stage");
        PublishRequest request =
                LayerFixture.in(folder, "x = 1").staging(REFERENCE).request();
        PublishOutcome first = world.publish(request);
        assertThat(world.publish(request)).isEqualTo(new PublishOutcome.Unchanged(REGION, first.arn()));
        assertThat(world.fake.calls("PublishLayerVersion")).hasSize(1);
        assertThat(world.publish(
                        LayerFixture.in(folder, "x = 2").staging(REFERENCE).request()))
                .isInstanceOf(PublishOutcome.Published.class);
    }

    @Test
    void aBucketThatIsMissingIsFoundBeforeAnythingIsWritten() {
        assertThat(failure(() -> world.publish(large().request())).block())
                .isEqualTo(lines(
                        "eu-west-1: bucket stage does not exist.",
                        "hint: make it with aws s3 mb s3://stage --region eu-west-1",
                        "see problems.html#bucket-not-found"));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void anUploadThatIsDeniedNamesTheAction() {
        world.fake.bucket("stage", REGION);
        world.fake.deny("s3:PutObject");
        assertThat(failure(() -> world.publish(large().request())).sentence())
                .isEqualTo(
                        "eu-west-1: s3:PutObject on bucket stage is denied: it is not a bucket of account 123456789012,"
                                + " or the caller may not use it.");
        assertThat(world.fake.calls("PublishLayerVersion")).isEmpty();
    }

    @Test
    void credentialsThatExpireDuringTheUploadAreNamedAsSuch() {
        world.fake.bucket("stage", REGION);
        world.fake.on("PutObject", Fault.first(world.fake::expireCredentials));
        assertThat(failure(() -> world.publish(large().request())).sentence())
                .isEqualTo("eu-west-1: the AWS credentials have expired (s3:PutObject).");
    }

    @Test
    void damageOnTheWayIsSentOnceMore() {
        world.fake.bucket("stage", REGION);
        world.fake.on("PutObject", Fault.refused(400, "BadDigest", "The checksum did not match."));
        assertThat(world.publish(large().request())).isInstanceOf(Published.class);
        assertThat(world.fake.calls("PutObject")).hasSize(2);
    }

    @Test
    void aFileThatWasChangedMeanwhileNeverReachesTheBucket() throws IOException {
        world.fake.bucket("stage", REGION);
        PublishRequest request = large().request();
        Files.writeString(request.zip(), "changed", StandardCharsets.UTF_8);
        assertThat(failure(() -> world.publish(request)).sentence())
                .startsWith("eu-west-1: AWS refused s3:PutObject on s3://stage/lambda-layers/data/")
                .contains("(400, BadDigest): ");
        assertThat(world.fake.objects("stage")).isEmpty();
    }

    @Test
    void aReferenceNamesTheObjectsVersionAndTheMode() {
        world.fake.bucket("stage", REGION, "123456789012", true);
        world.fake.letLambdaRead("stage");
        LayerFixture layer = LayerFixture.in(folder, "x = 1").staging(REFERENCE);
        world.publish(layer.request());
        assertThat(world.fake.calls("PublishLayerVersion").get(0).body().get("Content"))
                .isEqualTo(Map.of(
                        "S3Bucket", "stage",
                        "S3Key", "lambda-layers/data/" + layer.sha256() + ".zip",
                        "S3ObjectVersion", "v1",
                        "S3ObjectStorageMode", "REFERENCE"));
    }

    @Test
    void aPlanNamesTheBucket() {
        world.fake.bucket("stage", REGION);
        assertThat(world.publisher(REGION).plan(large().request()))
                .containsExactly(new PublishPlan.Publish(
                        REGION,
                        "first version",
                        "stage",
                        "",
                        LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:data:1")));
    }
}
