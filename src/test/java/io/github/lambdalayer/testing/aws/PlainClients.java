package io.github.lambdalayer.testing.aws;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Clients of the SDK, without retries, that talk to a stand-in. */
public final class PlainClients implements AutoCloseable {

    private final URI endpoint;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .socketTimeout(Duration.ofMinutes(1))
            .build();

    PlainClients(FakeLambda fake) {
        this(fake.endpoint());
    }

    PlainClients(URI endpoint) {
        this.endpoint = endpoint;
    }

    public LambdaClient lambda(String region) {
        return configured(LambdaClient.builder().httpClient(http), region).build();
    }

    public S3Client s3(String region) {
        return configured(S3Client.builder().httpClient(http).forcePathStyle(true), region)
                .build();
    }

    StsClient sts(String region) {
        return configured(StsClient.builder().httpClient(http), region).build();
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, String region) {
        return builder.region(Region.of(region))
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    /** The refusal of a call, as {@code 404 ResourceNotFoundException: The resource …}. */
    static String refusal(Supplier<?> call) {
        try {
            return "no refusal: " + call.get();
        } catch (AwsServiceException e) {
            return e.statusCode() + " " + code(e) + ": " + message(e);
        }
    }

    private static @Nullable String code(AwsServiceException e) {
        return e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    }

    private static @Nullable String message(AwsServiceException e) {
        return e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    }

    @Override
    public void close() {
        http.close();
    }
}
