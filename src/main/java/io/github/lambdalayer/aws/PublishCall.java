package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** The call that makes a version: what it sends, and whether the reply is what was sent. */
final class PublishCall {

    private final LambdaClient lambda;
    private final String region;
    private final PublishRequest request;
    private final PublishLayerVersionRequest call;

    /** Reads the zip, unless it is {@code staged}. */
    PublishCall(LambdaClient lambda, String region, PublishRequest request, Optional<S3Staging.Staged> staged) {
        this.lambda = lambda;
        this.region = region;
        this.request = request;
        this.call = call(staged.map(this::object).orElseGet(this::zip));
    }

    private PublishLayerVersionRequest call(LayerVersionContentInput content) {
        LayerMetadata metadata = LayerMetadata.of(request);
        PublishLayerVersionRequest.Builder builder = PublishLayerVersionRequest.builder()
                .layerName(request.layer().value())
                .description(metadata.description())
                .content(content);
        if (!metadata.license().isEmpty()) {
            builder.licenseInfo(metadata.license());
        }
        // As texts, so that a runtime that is newer than the SDK can be named.
        if (!metadata.runtimes().isEmpty()) {
            builder.compatibleRuntimesWithStrings(metadata.runtimes());
        }
        if (!metadata.architectures().isEmpty()) {
            builder.compatibleArchitecturesWithStrings(metadata.architectures());
        }
        return builder.build();
    }

    private LayerVersionContentInput object(S3Staging.Staged staged) {
        LayerVersionContentInput.Builder content =
                LayerVersionContentInput.builder().s3Bucket(staged.bucket()).s3Key(staged.key());
        if (!staged.version().isEmpty()) {
            content.s3ObjectVersion(staged.version());
        }
        if (request.staging().isReference()) {
            content.s3ObjectStorageMode(StorageMode.REFERENCE.name());
        }
        return content.build();
    }

    private LayerVersionContentInput zip() {
        try {
            return LayerVersionContentInput.builder()
                    .zipFile(SdkBytes.fromByteArrayUnsafe(Files.readAllBytes(request.zip())))
                    .build();
        } catch (IOException e) {
            throw new LayerException(
                    AwsProblem.ZIP_UNREADABLE,
                    "The layer's zip " + request.zip() + " cannot be read.",
                    List.of("run mvn package again"),
                    e);
        } catch (OutOfMemoryError e) {
            throw heapTooSmall();
        }
    }

    /** The zip is in memory several times while it is sent with the request itself. */
    private LayerException heapTooSmall() {
        return new AwsFailures(region, "", "")
                .problem(
                        AwsProblem.HEAP_TOO_SMALL,
                        String.format(
                                Locale.ROOT,
                                "a Java heap of %d MB is too small to send a zip of %.1f MB with the request itself.",
                                Runtime.getRuntime().maxMemory() / 1_048_576,
                                request.zippedBytes() / 1e6),
                        null,
                        "set MAVEN_OPTS=-Xmx512m",
                        "or set <bucket>: a zip that goes through a bucket needs no more heap than a small one");
    }

    /**
     * Sends it once.
     *
     * @throws LayerException {@link AwsProblem#CONTENT_DIFFERS} when Lambda got other bytes; that version is deleted
     */
    LayerVersionArn send() {
        PublishLayerVersionResponse reply = reply();
        LayerVersionArn arn = LayerVersionArn.parse(reply.layerVersionArn());
        // A zip that is signed, or read where it is, may have another digest by right.
        boolean comparable =
                reply.content().signingJobArn() == null && !request.staging().isReference();
        if (comparable && !request.codeSha256().equals(reply.content().codeSha256())) {
            throw spoilt(arn, String.valueOf(reply.content().codeSha256()));
        }
        return arn;
    }

    private PublishLayerVersionResponse reply() {
        try {
            return lambda.publishLayerVersion(call);
        } catch (OutOfMemoryError e) {
            throw heapTooSmall();
        }
    }

    private LayerException spoilt(LayerVersionArn arn, String found) {
        String what = arn + " does not hold what was sent: its CodeSha256 is " + found + ", that of the zip is "
                + request.codeSha256();
        AwsFailures failures = new AwsFailures(region, "lambda:DeleteLayerVersion", arn.value());
        try {
            lambda.deleteLayerVersion(b -> b.layerName(request.layer().value()).versionNumber(arn.version()));
            return failures.problem(
                    AwsProblem.CONTENT_DIFFERS,
                    what + ". The version was deleted.",
                    null,
                    "someone replaces objects in the bucket, or the zip was rebuilt meanwhile: run the goal again");
        } catch (SdkException e) {
            return failures.problem(
                    AwsProblem.CONTENT_DIFFERS,
                    what + ". It could not be deleted.",
                    e,
                    "aws lambda delete-layer-version --region " + region + " --layer-name " + request.layer()
                            + " --version-number " + arn.version());
        }
    }
}
