package io.github.lambdalayer.testing.aws;

import java.util.Map;

/**
 * A call that the stand-in saw, whether or not it was answered.
 *
 * @param operation for example {@code PublishLayerVersion}
 * @param region from the credential scope, for example {@code eu-west-1}
 * @param resource what it was about, for example {@code arn:aws:lambda:eu-west-1:123456789012:layer:data}
 * @param body Lambda's JSON without the zip, STS's form, or the headers that S3 was sent
 * @param accessKey whose signature it has; "" for none
 */
public record Call(String operation, String region, String resource, Map<String, Object> body, String accessKey) {

    public Call {
        body = Map.copyOf(body);
    }

    /** {@code PublishLayerVersion eu-west-1}. */
    @Override
    public String toString() {
        return operation + " " + region;
    }
}
