package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.PublishOutcome.Published;
import io.github.lambdalayer.aws.PublishOutcome.Unchanged;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.Fault;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How zips in a bucket are encrypted, and what becomes of them. */
class StagedZipsTest {

    private static final int TEN_MEGABYTES = 10_485_760;
    private static final String ACCOUNT = "123456789012";
    private static final LayerVersionArn FIRST =
            LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:data:1");
    private static final Staging DELETED = new Staging("stage", "lambda-layers/", StorageMode.COPY, "", true);
    private static final Staging ENCRYPTED =
            new Staging("stage", "lambda-layers/", StorageMode.COPY, "alias/zips-{region}", false);

    @AutoClose
    private final World world = new World();

    @TempDir
    Path folder;

    private LayerFixture large(Staging staging) {
        return LayerFixture.in(folder, TEN_MEGABYTES).staging(staging);
    }

    private static String key(LayerFixture layer) {
        return "lambda-layers/data/" + layer.sha256() + ".zip";
    }

    @Test
    void aZipThatLambdaHasCopiedStaysUnlessItIsToBeDeleted() {
        world.fake.bucket("stage", REGION);
        world.publish(
                large(new Staging("stage", "lambda-layers/", StorageMode.COPY)).request());
        assertThat(world.fake.objects("stage")).hasSize(1);
        assertThat(world.fake.calls("DeleteObject")).isEmpty();
    }

    @Test
    void aZipThatIsToBeDeletedGoesWhenLambdaHasCopiedIt() {
        world.fake.bucket("stage", REGION);
        world.fake.on("PublishLayerVersion", Fault.replyLost());
        assertThat(world.publish(large(DELETED).request())).isInstanceOf(Published.class);
        assertThat(world.fake.objects("stage")).isEmpty();
        assertThat(world.fake.operations())
                .endsWith(
                        "PublishLayerVersion eu-west-1",
                        "ListLayerVersions eu-west-1",
                        "GetLayerVersion eu-west-1",
                        "DeleteObject eu-west-1");
        assertThat(world.fake.calls("DeleteObject").get(0).body())
                .containsEntry("x-amz-expected-bucket-owner", ACCOUNT);
    }

    @Test
    void ofABucketWithVersionsTheVersionIsDeletedThatWasPut() {
        world.fake.bucket("stage", REGION, ACCOUNT, true);
        world.fake.deny("s3:DeleteObject");
        world.publish(large(DELETED).request());
        assertThat(world.fake.objects("stage")).isEmpty();
    }

    @Test
    void aZipThatCannotBeDeletedIsAWarning() {
        world.fake.bucket("stage", REGION);
        world.fake.deny("s3:DeleteObject");
        LayerFixture layer = large(DELETED);
        assertThat(world.publish(layer.request())).isInstanceOf(Published.class);
        assertThat(world.told)
                .contains("warned: s3://stage/" + key(layer) + " could not be deleted and stays: eu-west-1:"
                        + " s3:DeleteObject on bucket stage is denied: it is not a bucket of account 123456789012, or the"
                        + " caller may not use it.");
    }

    @Test
    void aZipOfAVersionThatHoldsSomethingElseStays() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large(DELETED);
        LayerFixture other = LayerFixture.in(folder.resolve(".."), "evil = 1");
        world.fake.on(
                "PublishLayerVersion", Fault.first(() -> world.fake.object("stage", key(layer), other.content())));
        assertThat(failure(() -> world.publish(layer.request())).code()).isEqualTo(AwsProblem.CONTENT_DIFFERS);
        assertThat(world.fake.objects("stage")).hasSize(1);
    }

    @Test
    void aZipThatGoesBeforeLambdaHasReadItIsPutThereAgain() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large(DELETED);
        world.fake.on("PublishLayerVersion", Fault.first(() -> world.fake.deleteObject("stage", key(layer))));
        assertThat(world.publish(layer.request())).isEqualTo(new Published(REGION, FIRST, "first version"));
        assertThat(world.fake.calls("PutObject")).hasSize(2);
    }

    /** S3 says so to whoever may not list the bucket, as the printed policy has it. */
    @Test
    void aZipThatIsGoneIsPutThereAgainWhenAccessToItIsSaidToBeDenied() {
        world.fake.bucket("stage", REGION);
        world.fake.hideMissingObjects();
        LayerFixture layer = large(DELETED);
        world.fake.on("PublishLayerVersion", Fault.first(() -> world.fake.deleteObject("stage", key(layer))));
        assertThat(world.publish(layer.request())).isEqualTo(new Published(REGION, FIRST, "first version"));
        assertThat(world.fake.calls("PutObject")).hasSize(2);
    }

    @Test
    void aZipThatAnotherBuildHasPublishedAndDeletedIsPublished() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large(DELETED);
        AwsEvents otherBuild = new AwsEvents() {
            @Override
            public void staged(String region, String address, long bytes) {
                assertThat(world.publish(layer.request())).isInstanceOf(Published.class);
            }
        };
        LayerPublisher publisher = new LayerPublisher(world.clients(REGION), otherBuild, world.waits::add);
        assertThat(publisher.publish(layer.request()).orThrow()).containsExactly(new Unchanged(REGION, FIRST));
        assertThat(world.fake.versions(REGION, "data")).hasSize(1);
    }

    @Test
    void aZipThatGoesAgainAndAgainIsAnError() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large(DELETED);
        Fault gone = Fault.first(() -> world.fake.deleteObject("stage", key(layer)));
        world.fake.on("PublishLayerVersion", gone, gone);
        assertThat(failure(() -> world.publish(layer.request())).block())
                .isEqualTo(lines(
                        "eu-west-1: s3://stage/" + key(layer) + " was deleted twice before Lambda had read it.",
                        "hint: see which rule or program deletes objects in the bucket",
                        "see problems.html#object-gone"));
        assertThat(world.fake.versions(REGION, "data")).isEmpty();
    }

    @Test
    void aKeyOfKmsEncryptsTheZipInEachRegion() {
        world.fake.bucket("stage-eu-west-1", REGION);
        world.fake.bucket("stage-us-east-1", "us-east-1");
        Staging staging = new Staging("stage-{region}", "", StorageMode.COPY, "alias/zips-{region}", false);
        world.publisher(REGION, "us-east-1").publish(large(staging).request()).orThrow();
        assertThat(world.fake.calls("PutObject"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.body())
                        .containsEntry("x-amz-server-side-encryption", "aws:kms")
                        .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "alias/zips-" + call.region())
                        .containsEntry("x-amz-expected-bucket-owner", ACCOUNT));
    }

    @Test
    void withoutAKeyTheBucketEncryptsByItself() {
        world.fake.bucket("stage", REGION);
        world.publish(large(new Staging("stage", "", StorageMode.COPY)).request());
        assertThat(world.fake.calls("PutObject").get(0).body()).doesNotContainKey("x-amz-server-side-encryption");
    }

    @Test
    void aKeyThatMayNotBeUsedIsNamed() {
        world.fake.bucket("stage", REGION);
        world.fake.deny("kms:GenerateDataKey");
        assertThat(failure(() -> world.publish(large(ENCRYPTED).request())).block())
                .isEqualTo(lines(
                        "eu-west-1: kms:GenerateDataKey on arn:aws:kms:eu-west-1:123456789012:key/of-zips-eu-west-1 is"
                                + " denied. AWS says: User: arn:aws:sts::123456789012:assumed-role/ci/build is not"
                                + " authorized to perform: kms:GenerateDataKey on resource:"
                                + " arn:aws:kms:eu-west-1:123456789012:key/of-zips-eu-west-1 because no identity-based"
                                + " policy allows the kms:GenerateDataKey action",
                        "hint: allow it to the caller: mvn lambda-layer:policy prints what this pom needs",
                        "see problems.html#access-denied"));
        assertThat(world.fake.objects("stage")).isEmpty();
    }

    @Test
    void aZipThatIsThereWithoutTheKeyIsNotUsed() {
        world.fake.bucket("stage", REGION);
        LayerFixture layer = large(ENCRYPTED);
        world.fake.object("stage", key(layer), layer.content());
        assertThat(failure(() -> world.publish(layer.request())).block())
                .isEqualTo(lines(
                        "eu-west-1: s3://stage/" + key(layer)
                                + " is there already and is not encrypted with the key alias/zips-eu-west-1.",
                        "hint: delete it, so that it is written anew",
                        "see problems.html#object-differs"));
        assertThat(world.fake.calls("PublishLayerVersion")).isEmpty();
    }

    @Test
    void thePolicyIsEnoughForTheKeyAndForDeletingWithAndWithoutVersions() {
        Staging staging = new Staging("stage", "lambda-layers/", StorageMode.COPY, "alias/zips", true);
        String policy = IamPolicy.json(List.of(new PolicyNeeds(
                LayerName.of("data"),
                new AwsSettings(List.of(REGION), "", "", "", ACCOUNT),
                staging,
                List.of(),
                LayerSharing.UNDECLARED,
                EnumSet.of(PolicyNeeds.Goal.PUBLISH),
                List.of())));
        world.fake.callerMayOnly(policy);
        for (boolean versioned : Set.of(true, false)) {
            world.fake.bucket("stage", REGION, ACCOUNT, versioned);
            world.publish(large(staging).description("versioned " + versioned).request());
            assertThat(world.fake.objects("stage")).isEmpty();
        }
        for (String action :
                List.of("s3:DeleteObject", "s3:DeleteObjectVersion", "kms:GenerateDataKey", "kms:Decrypt")) {
            assertThat(policy).contains("\"" + action + "\"");
        }
        world.fake.callerMayOnly(policy.replace("kms:Decrypt", "none:None"));
        assertThat(failure(() -> world.publish(
                                large(staging).description("no key").request()))
                        .code())
                .isEqualTo(AwsProblem.ACCESS_DENIED);
    }

    @Test
    void aPolicyNamesKeysByTheirIds() {
        assertThat(keys("alias/zips")).contains("\"arn:aws:kms:eu-west-1:123456789012:key/*\"");
        assertThat(keys("11111111-2222")).contains("\"arn:aws:kms:eu-west-1:123456789012:key/11111111-2222\"");
        assertThat(keys("arn:aws:kms:{region}:999999999999:key/33"))
                .contains("\"arn:aws:kms:eu-west-1:999999999999:key/33\"");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String key : List.of(
                "arn:foo",
                "arn:aws:s3:::zips",
                "arn:aws:kms:eu-west-1:123456789012:33",
                "arn:aws:kms:eu-west-1::key/33",
                "arn:aws:kms:eu-west-1:123456789012:key/",
                "alias/",
                "key/33",
                "two words")) {
            assertThat(failure(() -> keys(key)).block())
                    .isEqualTo(lines(
                            "bucketKmsKey \"" + key + "\" is not a key of AWS KMS.",
                            "hint: it is a key's id, alias/ with a name, or the ARN of either, such as"
                                    + " arn:aws:kms:eu-west-1:123456789012:alias/zips",
                            "see problems.html#bad-kms-key"));
        }
        assertThat(keys("arn:aws-cn:kms:{region}:{account}:alias/a/b_c")).contains(":key/*\"");
    }

    private static String keys(String kmsKey) {
        return IamPolicy.json(List.of(new PolicyNeeds(
                LayerName.of("data"),
                new AwsSettings(List.of(REGION), "", "", "", ACCOUNT),
                new Staging("stage", "", StorageMode.COPY, kmsKey, false),
                List.of(),
                LayerSharing.UNDECLARED,
                EnumSet.of(PolicyNeeds.Goal.PUBLISH),
                List.of())));
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThat(failure(() -> new Staging("stage", "", StorageMode.REFERENCE, "", true))
                        .block())
                .isEqualTo(lines(
                        "storageMode is REFERENCE and stagedZips is delete, but Lambda reads such a zip as long as the"
                                + " version lives.",
                        "hint: leave out <stagedZips>, or set <storageMode>COPY</storageMode>",
                        "see problems.html#reference-deleted"));
        assertThat(failure(() -> new Staging("", "", StorageMode.COPY, "alias/zips", false))
                        .block())
                .isEqualTo(lines(
                        "bucketKmsKey is set, and there is no bucket whose zips it could encrypt.",
                        "hint: set <bucket>, or leave out <bucketKmsKey>",
                        "see problems.html#key-without-bucket"));
    }
}
