package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A region's bucket for zips, which has to be there, in that region, and of that account. */
final class StageBucket {

    private final AwsClients clients;
    private final String region;
    private final String account;
    private final String name;

    StageBucket(AwsClients clients, String region, String account, String name) {
        this.clients = clients;
        this.region = region;
        this.account = account;
        this.name = name;
    }

    /**
     * Throws when the bucket is not there, or not in this region. A refusal says nothing: the look needs
     * {@code s3:ListBucket}, which putting a zip there does not, so whose bucket it is shows then.
     */
    void check() {
        clients.once("bucket " + region + " " + name, () -> {
            look();
            return name;
        });
    }

    private void look() {
        try {
            clients.s3(region).headBucket(b -> b.bucket(name).expectedBucketOwner(account));
        } catch (SdkException e) {
            AwsError error = new AwsError(e);
            if (error.status() != 403 || isExpired(error)) {
                throw failure("s3:ListBucket", "bucket " + name, e);
            }
        }
    }

    /**
     * Throws when Lambda could not read an object of a folder for as long as a version lives. Whoever may not
     * look is told by AWS, when a version is made.
     */
    void checkReference(String folder, String object) {
        if (!clients.once("versions " + region + " " + name, this::isVersioned)) {
            throw unversioned();
        }
        checkPolicy(folder, object);
    }

    private boolean isVersioned() {
        try {
            return clients.s3(region)
                            .getBucketVersioning(b -> b.bucket(name).expectedBucketOwner(account))
                            .status()
                    == BucketVersioningStatus.ENABLED;
        } catch (SdkException e) {
            requireUnseen("s3:GetBucketVersioning", e);
            return true;
        }
    }

    /** What is told of a bucket without versions. */
    LayerException unversioned() {
        return new AwsFailures(region, "", "")
                .problem(
                        AwsProblem.BUCKET_UNVERSIONED,
                        "bucket " + name
                                + " keeps no versions of its objects, and with storageMode REFERENCE Lambda reads"
                                + " one version of an object for good.",
                        null,
                        "aws s3api put-bucket-versioning --bucket " + name + " --region " + region
                                + " --versioning-configuration Status=Enabled");
    }

    private void checkPolicy(String folder, String object) {
        List<String> missing = clients.once("policy " + region + " " + name, this::policy)
                .map(policy -> missing(policy, folder + object))
                .orElse(List.of());
        if (!missing.isEmpty()) {
            throw new AwsFailures(region, "", "")
                    .problem(
                            AwsProblem.BUCKET_CLOSED_TO_LAMBDA,
                            "the policy of bucket " + name + " does not allow " + String.join(" and ", missing)
                                    + " to lambda.amazonaws.com, and with storageMode REFERENCE Lambda itself reads the zip.",
                            null,
                            "allow that on " + objectArn(folder + "*") + " to {\"Service\": \"lambda.amazonaws.com\"}");
        }
    }

    private List<String> missing(BucketPolicy policy, String key) {
        return Stream.of("s3:GetObject", "s3:GetObjectVersion")
                .filter(action -> !policy.letsLambda(action, objectArn(key)))
                .toList();
    }

    private String objectArn(String key) {
        return "arn:" + Partition.of(region) + ":s3:::" + name + "/" + key;
    }

    /** Empty when it may not be seen, or cannot be read. */
    private Optional<BucketPolicy> policy() {
        try {
            String document = clients.s3(region)
                    .getBucketPolicy(b -> b.bucket(name).expectedBucketOwner(account))
                    .policy();
            return document == null ? Optional.empty() : Optional.of(BucketPolicy.parse(document));
        } catch (SdkException e) {
            if (new AwsError(e).code().equals("NoSuchBucketPolicy")) {
                return Optional.of(BucketPolicy.NONE);
            }
            requireUnseen("s3:GetBucketPolicy", e);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns when the answer only says that the caller may not look, or that there is no such call. */
    private void requireUnseen(String action, SdkException e) {
        AwsError error = new AwsError(e);
        boolean unseen = (error.status() == 403 && !isExpired(error)) || error.status() == 405 || error.status() == 501;
        if (!unseen) {
            throw failure(action, "bucket " + name, e);
        }
    }

    /** What a refusal of a call about the bucket, or about an object in it, is told as. */
    LayerException failure(String action, String address, SdkException exception) {
        AwsError error = new AwsError(exception);
        AwsFailures failures =
                new AwsFailures(region, action, action.equals("s3:ListBucket") ? "bucket " + name : address);
        String home = error.header("x-amz-bucket-region").orElse("another region");
        return switch (error.status()) {
            case 301 ->
                failures.problem(
                        AwsProblem.BUCKET_ELSEWHERE,
                        "bucket " + name + " is in " + home + ", and Lambda reads from its own region only.",
                        exception,
                        "name a bucket for each region: <bucket>my-bucket-{region}</bucket>");
            case 404 ->
                failures.problem(
                        AwsProblem.BUCKET_NOT_FOUND,
                        "bucket " + name + " does not exist.",
                        exception,
                        "make it with aws s3 mb s3://" + name + " --region " + region);
            // A key of KMS that the caller may not use is named by AWS.
            case 403 ->
                isExpired(error) || error.message().contains(" kms:")
                        ? failures.of(exception)
                        : denied(failures, action, exception);
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
                action + " on bucket " + name + " is denied: it is not a bucket of account " + account
                        + ", or the caller may not use it.",
                exception,
                "see whose bucket it is, or allow " + action + " to the caller");
    }
}
