package io.github.lambdalayer.testing.aws;

import static io.github.lambdalayer.testing.aws.PlainClients.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class FakeStorageTest {

    private static final byte[] ZIP =
            ZipBuilder.zip().file("python/six.py", "x = 1").bytes();

    private final FakeLambda fake;
    private final PlainClients clients;
    private final S3Client s3;

    FakeStorageTest() throws IOException {
        fake = FakeLambda.start();
        clients = new PlainClients(fake);
        s3 = clients.s3("eu-west-1");
        fake.bucket("stage", "eu-west-1");
    }

    @AfterEach
    void close() {
        clients.close();
        fake.close();
    }

    private PutObjectResponse put(String bucket, byte[] content, Consumer<PutObjectRequest.Builder> more) {
        return s3.putObject(b -> more.accept(b.bucket(bucket).key("a/b c.zip")), RequestBody.fromBytes(content));
    }

    @Test
    void anObjectIsKeptAsItWasSent() {
        put("stage", ZIP, b -> {});
        assertThat(s3.getObjectAsBytes(b -> b.bucket("stage").key("a/b c.zip")).asByteArray())
                .isEqualTo(ZIP);
        assertThat(s3.headObject(b -> b.bucket("stage").key("a/b c.zip").checksumMode(ChecksumMode.ENABLED)))
                .satisfies(head -> {
                    assertThat(head.checksumSHA256()).isEqualTo(Digests.sha256(ZIP));
                    assertThat(head.contentLength()).isEqualTo(ZIP.length);
                });
        assertThat(fake.objects("stage")).containsExactly("a/b c.zip");
    }

    @Test
    void checksumsAreVerifiedInHeadersAndTrailers() {
        put("stage", ZIP, b -> b.checksumAlgorithm(ChecksumAlgorithm.SHA256));
        put("stage", ZIP, b -> b.checksumSHA256(Digests.sha256(ZIP)));
        assertThat(refusal(() -> put("stage", ZIP, b -> b.checksumSHA256(Digests.sha256(new byte[1])))))
                .startsWith("400 BadDigest: ");
    }

    @Test
    void anObjectThatExistsIsNotReplacedUnasked() {
        put("stage", ZIP, b -> b.ifNoneMatch("*"));
        assertThat(refusal(() -> put("stage", ZIP, b -> b.ifNoneMatch("*"))))
                .isEqualTo("412 PreconditionFailed: At least one of the pre-conditions you specified did not hold");
    }

    @Test
    void bucketsHaveARegionAndAnOwner() {
        fake.bucket("far", "us-east-2");
        fake.bucket("squatted", "eu-west-1", "210987654321", false);
        assertThat(refusal(() -> put("far", ZIP, b -> {}))).startsWith("301 PermanentRedirect: ");
        assertThat(refusal(() -> put("squatted", ZIP, b -> b.expectedBucketOwner(FakeLambda.ACCOUNT))))
                .isEqualTo("403 AccessDenied: Access Denied");
        put("squatted", ZIP, b -> {});
        assertThat(refusal(() -> put("none", ZIP, b -> {})))
                .isEqualTo("404 NoSuchBucket: The specified bucket does not exist");
        assertThat(refusal(() -> s3.headBucket(b -> b.bucket("far")))).startsWith("301 ");
        assertThat(refusal(() -> s3.headBucket(b -> b.bucket("none")))).startsWith("404 ");
        s3.headBucket(b -> b.bucket("stage").expectedBucketOwner(FakeLambda.ACCOUNT));
    }

    @Test
    void versionsOfAnObjectStay() {
        fake.bucket("kept", "eu-west-1", FakeLambda.ACCOUNT, true);
        assertThat(put("kept", ZIP, b -> {}).versionId()).isEqualTo("v1");
        assertThat(put("kept", "new".getBytes(UTF_8), b -> {}).versionId()).isEqualTo("v2");
        assertThat(s3.getObjectAsBytes(b -> b.bucket("kept").key("a/b c.zip").versionId("v1"))
                        .asByteArray())
                .isEqualTo(ZIP);
        assertThat(s3.getBucketVersioning(b -> b.bucket("kept")).statusAsString())
                .isEqualTo("Enabled");
    }

    @Test
    void lambdaReadsTheBucketOfItsOwnRegion() {
        put("stage", ZIP, b -> {});
        assertThat(publish("eu-west-1", c -> c.s3Bucket("stage").s3Key("a/b c.zip")))
                .startsWith("no refusal");
        assertThat(publish("eu-west-1", c -> c.s3Bucket("stage").s3Key("other")))
                .isEqualTo(
                        "400 InvalidParameterValueException: Error occurred while GetObject. S3 Error Code: NoSuchKey."
                                + " S3 Error Message: The specified key does not exist.");
        assertThat(publish("us-east-2", c -> c.s3Bucket("stage").s3Key("a/b c.zip")))
                .contains("S3 Error Code: PermanentRedirect.")
                .endsWith("The bucket is in this region: eu-west-1. Please use this region to retry the request");
        assertThat(publish(
                        "eu-west-1", c -> c.s3Bucket("stage").s3Key("a/b c.zip").s3ObjectStorageMode("REFERENCE")))
                .contains("bucket versioning must be enabled");
    }

    private String publish(String region, Consumer<LayerVersionContentInput.Builder> content) {
        return refusal(() -> clients.lambda(region)
                .publishLayerVersion(b -> b.layerName("data").content(content)));
    }

    @Test
    void theCallerHasAnAccountAndMayTakeARole() {
        assertThat(clients.sts("eu-west-1").getCallerIdentity().account()).isEqualTo("123456789012");
        assertThat(clients.sts("eu-west-1")
                        .assumeRole(b -> b.roleArn("arn:aws:iam::123456789012:role/publisher")
                                .roleSessionName("s"))
                        .credentials()
                        .accessKeyId())
                .isEqualTo("ASIAROLE");
    }
}
