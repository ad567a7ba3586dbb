package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A region's bucket, and the zip in it under a key that holds the zip's digest. Every call says whose bucket it has to
 * be, so that a bucket of the same name that someone else made is never used.
 */
final class S3Staging {

    /** Where a zip is; {@code version} is empty in a bucket without versions. */
    record Staged(String bucket, String key, String version) {}

    private final S3Client s3;
    private final String region;
    private final String account;
    private final PublishRequest request;
    private final String bucket;
    private final String key;

    S3Staging(S3Client s3, String region, String account, PublishRequest request) {
        this.s3 = s3;
        this.region = region;
        this.account = account;
        this.request = request;
        this.bucket = request.staging().bucketIn(region, account);
        this.key = request.staging().prefixIn(region, account) + request.layer() + "/" + request.sha256() + ".zip";
    }

    String bucket() {
        return bucket;
    }

    String address() {
        return "s3://" + bucket + "/" + key;
    }

    /**
     * Throws when the bucket is not there, or not in this region. A refusal says nothing: the look needs
     * {@code s3:ListBucket}, which putting a zip there does not, so whose bucket it is shows then.
     */
    void check() {
        try {
            s3.headBucket(b -> b.bucket(bucket).expectedBucketOwner(account));
        } catch (SdkException e) {
            AwsError error = new AwsError(e);
            if (error.status() != 403 || isExpired(error)) {
                throw failure("s3:ListBucket", e);
            }
        }
    }

    /** Puts the zip there, unless it is there already. */
    Staged put() {
        try {
            return new Staged(bucket, key, version(send()));
        } catch (S3Exception e) {
            if (e.statusCode() == 412) {
                return present();
            }
            throw failure("s3:PutObject", e);
        } catch (SdkException e) {
            throw failure("s3:PutObject", e);
        }
    }

    /** S3 verifies the digest; a file that changed meanwhile, or was damaged on the way, is sent once more. */
    private @Nullable String send() {
        try {
            return sendOnce();
        } catch (S3Exception e) {
            if (new AwsError(e).code().equals("BadDigest")) {
                return sendOnce();
            }
            throw e;
        }
    }

    private @Nullable String sendOnce() {
        return s3.putObject(
                        b -> b.bucket(bucket)
                                .key(key)
                                .expectedBucketOwner(account)
                                .ifNoneMatch("*")
                                .contentType("application/zip")
                                .checksumSHA256(request.codeSha256()),
                        RequestBody.fromFile(request.zip()))
                .versionId();
    }

    private Staged present() {
        HeadObjectResponse head = head();
        boolean differs = head.checksumSHA256() == null
                ? head.contentLength() != null && head.contentLength() != request.zippedBytes()
                : !head.checksumSHA256().equals(request.codeSha256());
        if (differs) {
            throw new LayerException(
                    AwsProblem.OBJECT_DIFFERS,
                    region + ": " + address() + " is there already and holds something else.",
                    "find out who wrote it, and delete it");
        }
        return new Staged(bucket, key, version(head.versionId()));
    }

    private HeadObjectResponse head() {
        try {
            return s3.headObject(
                    b -> b.bucket(bucket).key(key).expectedBucketOwner(account).checksumMode(ChecksumMode.ENABLED));
        } catch (SdkException e) {
            throw failure("s3:GetObject", e);
        }
    }

    private static String version(@Nullable String id) {
        return id == null || id.equals("null") ? "" : id;
    }

    private LayerException failure(String action, SdkException exception) {
        AwsError error = new AwsError(exception);
        AwsFailures failures =
                new AwsFailures(region, action, action.equals("s3:ListBucket") ? "bucket " + bucket : address());
        String home = error.header("x-amz-bucket-region").orElse("another region");
        return switch (error.status()) {
            case 301 ->
                failures.problem(
                        AwsProblem.BUCKET_ELSEWHERE,
                        "bucket " + bucket + " is in " + home + ", and Lambda reads from its own region only.",
                        exception,
                        "name a bucket for each region: <bucket>my-bucket-{region}</bucket>");
            case 404 ->
                failures.problem(
                        AwsProblem.BUCKET_NOT_FOUND,
                        "bucket " + bucket + " does not exist.",
                        exception,
                        "make it with aws s3 mb s3://" + bucket + " --region " + region);
            case 403 -> isExpired(error) ? failures.of(exception) : denied(failures, action, exception);
            default -> failures.of(exception);
        };
    }

    private static boolean isExpired(AwsError error) {
        return error.code().startsWith("ExpiredToken") || error.code().startsWith("Invalid");
    }

    /** A bucket of someone else is refused in the same words as a missing permission, so both are told. */
    private LayerException denied(AwsFailures failures, String action, SdkException exception) {
        return failures.problem(
                AwsProblem.BUCKET_DENIED,
                action + " on bucket " + bucket + " is denied: it is not a bucket of account " + account
                        + ", or the caller may not use it.",
                exception,
                "see whose bucket it is, or allow " + action + " to the caller");
    }
}
