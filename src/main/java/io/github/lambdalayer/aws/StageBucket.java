package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import software.amazon.awssdk.core.exception.SdkException;

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
                action + " on bucket " + name + " is denied: it is not a bucket of account " + account
                        + ", or the caller may not use it.",
                exception,
                "see whose bucket it is, or allow " + action + " to the caller");
    }
}
