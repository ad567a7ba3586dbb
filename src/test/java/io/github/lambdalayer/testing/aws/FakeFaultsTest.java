package io.github.lambdalayer.testing.aws;

import static io.github.lambdalayer.testing.aws.PlainClients.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

class FakeFaultsTest {

    private static final byte[] ZIP =
            ZipBuilder.zip().file("python/six.py", "x = 1").bytes();

    private final FakeLambda fake;
    private final PlainClients clients;
    private final LambdaClient lambda;

    FakeFaultsTest() throws IOException {
        fake = FakeLambda.start();
        clients = new PlainClients(fake);
        lambda = clients.lambda("eu-west-1");
    }

    @AfterEach
    void close() {
        clients.close();
        fake.close();
    }

    private PublishLayerVersionResponse publish() {
        return lambda.publishLayerVersion(
                b -> b.layerName("data").content(c -> c.zipFile(SdkBytes.fromByteArray(ZIP))));
    }

    private int versions() {
        return fake.versions("eu-west-1", "data").size();
    }

    @Test
    void aLostOrCutReplyFollowsTheCommit() {
        fake.on("PublishLayerVersion", Fault.replyLost(), Fault.replyCut(), Fault.none());
        assertThatThrownBy(this::publish).isInstanceOf(SdkClientException.class);
        assertThat(versions()).isEqualTo(1);
        assertThatThrownBy(this::publish).isInstanceOf(SdkClientException.class);
        assertThat(versions()).isEqualTo(2);
        publish();
        assertThat(versions()).isEqualTo(3);
        assertThat(fake.calls("PublishLayerVersion")).hasSize(3);
    }

    @Test
    void aReplyThatIsHeldBackFollowsTheCommitToo() {
        fake.on("PublishLayerVersion", Fault.replyLate());
        assertThatThrownBy(() -> lambda.publishLayerVersion(b -> b.layerName("data")
                        .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(500)))
                        .content(c -> c.zipFile(SdkBytes.fromByteArray(ZIP)))))
                .isInstanceOf(SdkClientException.class);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void aSignatureOfLongAgoIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(fake.endpoint().resolve("/2018-10-31/layers/data/versions"))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/eu-west-1/lambda/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .header("X-Amz-Date", "20260101T000000Z")
                .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Signature expired: 20260101T000000Z is now earlier than ");
    }

    @Test
    void errorsOfTheServiceComeBeforeOrAfterTheCommit() {
        fake.on("PublishLayerVersion", Fault.serverError(503), Fault.serverErrorAfterwards(500));
        assertThat(refusal(this::publish)).startsWith("503 ServiceException: ");
        assertThat(versions()).isZero();
        assertThat(refusal(this::publish)).startsWith("500 ServiceException: ");
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void throttlingTellsWhenToComeAgain() {
        fake.on("PublishLayerVersion", Fault.throttled("7"));
        assertThatThrownBy(this::publish)
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        e -> assertThat(e.retryAfterSeconds()).isEqualTo("7"));
    }

    @Test
    void faultsCanBeForOneRegion() {
        fake.onIn("us-east-1", "ListLayerVersions", Fault.serverError(500));
        lambda.listLayerVersions(b -> b.layerName("data"));
        assertThat(refusal(() -> clients.lambda("us-east-1").listLayerVersions(b -> b.layerName("data"))))
                .startsWith("500 ");
    }

    @Test
    void expiredCredentialsAreRefusedByEachService() {
        fake.bucket("stage", "eu-west-1");
        fake.expireCredentials();
        assertThat(refusal(this::publish))
                .isEqualTo("403 ExpiredTokenException: The security token included in the request is expired");
        assertThat(refusal(() -> clients.sts("eu-west-1").getCallerIdentity())).startsWith("403 ExpiredToken: ");
        assertThat(refusal(() -> clients.s3("eu-west-1")
                        .getObjectAsBytes(b -> b.bucket("stage").key("k"))))
                .startsWith("400 ExpiredToken: ");
    }

    @Test
    void itIsWatchedAndPreparedOverItsOwnPaths() throws Exception {
        assertThat(send("PUT", "/_functions", "{\"region\": \"eu-west-1\", \"name\": \"orders\"}"))
                .contains("function:orders");
        send("PUT", "/_buckets", "{\"name\": \"stage\", \"region\": \"eu-west-1\"}");
        send("PUT", "/_faults", "{\"operation\": \"PublishLayerVersion\", \"faults\": [\"serverError\"]}");
        assertThat(refusal(this::publish)).startsWith("503 ");
        publish();
        assertThat(send("GET", "/_state", ""))
                .contains("\"LayerVersionArn\":\"arn:aws:lambda:eu-west-1:123456789012:layer:data:1\"")
                .contains("function:orders");
        assertThat(send("GET", "/_calls", "")).contains("\"operation\":\"PublishLayerVersion\"");
        send("DELETE", "/_calls", "");
        assertThat(send("GET", "/_calls", "")).isEqualTo("[]");
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        URI address = fake.endpoint().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString(UTF_8))
                .body();
    }
}
