package io.github.lambdalayer.testing.aws;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** S3, path-style: the few calls that staging a zip needs. */
final class S3Calls {

    private static final String ENCRYPTION = "x-amz-server-side-encryption";
    private static final String KMS_KEY = "x-amz-server-side-encryption-aws-kms-key-id";

    private final Account account;
    private final Request request;
    private final String bucketName;
    private final String key;

    S3Calls(Account account, Request request) {
        this.account = account;
        this.request = request;
        this.bucketName = request.path().get(0);
        this.key = String.join("/", request.path().subList(1, request.path().size()));
    }

    Operation find() {
        boolean onBucket = key.isEmpty();
        return switch (request.method() + (onBucket ? " bucket" : " object")) {
            case "HEAD bucket" -> operation("HeadBucket", "ListBucket", this::headBucket);
            case "GET bucket" ->
                request.query().containsKey("policy")
                        ? operation("GetBucketPolicy", "GetBucketPolicy", this::getPolicy)
                        : operation("GetBucketVersioning", "GetBucketVersioning", this::getVersioning);
            case "PUT object" -> operation("PutObject", "PutObject", this::put);
            case "DELETE object" ->
                operation(
                        "DeleteObject",
                        request.parameter("versionId").isEmpty() ? "DeleteObject" : "DeleteObjectVersion",
                        this::delete);
            case "HEAD object" -> operation("HeadObject", "GetObject", this::head);
            case "GET object" -> operation("GetObject", "GetObject", this::get);
            default -> throw new Refusal(405, "MethodNotAllowed", "The specified method is not allowed.");
        };
    }

    private Operation operation(String name, String action, Operation.Work work) {
        String resource = "arn:aws:s3:::" + bucketName + (key.isEmpty() ? "" : "/" + key);
        return new Operation(name, "s3:" + action, resource, work);
    }

    /** The bucket, when it is in the caller's region and of the owner that the caller expects. */
    private Buckets.Bucket bucket() {
        Buckets.Bucket bucket = account.buckets.get(bucketName);
        if (!bucket.region().equals(request.region())) {
            throw new Refusal(
                    301,
                    "PermanentRedirect",
                    "The bucket you are attempting to access must be addressed using the specified endpoint.",
                    Map.of("x-amz-bucket-region", bucket.region()));
        }
        String expected = request.header("x-amz-expected-bucket-owner");
        // A bucket of another account may be open to all; only the header guards against that.
        if (!expected.isEmpty() && !expected.equals(bucket.owner())) {
            throw new Refusal(403, "AccessDenied", "Access Denied");
        }
        return bucket;
    }

    private Reply headBucket() {
        return Reply.empty(200, Map.of("x-amz-bucket-region", bucket().region()));
    }

    private Reply getVersioning() {
        String status = bucket().versioned() ? "<Status>Enabled</Status>" : "";
        return Reply.xml(200, "<VersioningConfiguration>" + status + "</VersioningConfiguration>");
    }

    private Reply getPolicy() {
        String policy = account.buckets.policy(bucket().name());
        if (policy.isEmpty()) {
            throw new Refusal(404, "NoSuchBucketPolicy", "The bucket policy does not exist");
        }
        return new Reply(200, Map.of(), new Bytes(policy.getBytes(StandardCharsets.UTF_8)));
    }

    private Reply delete() {
        bucket().delete(key, request.parameter("versionId"));
        return Reply.empty(204, Map.of());
    }

    /** The ARN of the key that the object is encrypted with; empty for none of KMS. */
    private String kmsKey() {
        String given = request.header(KMS_KEY);
        if (!request.header(ENCRYPTION).equals("aws:kms")) {
            if (!given.isEmpty()) {
                throw new Refusal(
                        400,
                        "InvalidArgument",
                        "Server Side Encryption with AWS KMS managed key requires HTTP header " + ENCRYPTION
                                + " : aws:kms");
            }
            return "";
        }
        String key = given.startsWith("arn:")
                ? given
                : account.arn("kms", request.region(), "key/" + given.replace("alias/", "of-"));
        if (!account.allows("kms:GenerateDataKey", key)) {
            throw new Refusal(
                    403,
                    "AccessDenied",
                    Refusal.denied(
                                    account.user(),
                                    "kms:GenerateDataKey",
                                    key,
                                    "no identity-based policy allows the kms:GenerateDataKey action")
                            .sentence());
        }
        return key;
    }

    private Reply put() {
        Buckets.Bucket bucket = bucket();
        byte[] content = content();
        String kmsKey = kmsKey();
        if (request.header("if-none-match").equals("*") && bucket.has(key)) {
            throw new Refusal(
                    412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        }
        return describe(bucket.put(key, content, kmsKey), Bytes.NONE);
    }

    private byte[] content() {
        Map<String, String> checksums = new LinkedHashMap<>(request.headers());
        byte[] content = request.body().array();
        if (request.header("x-amz-content-sha256").startsWith("STREAMING-")) {
            AwsChunked chunked = AwsChunked.decode(content);
            content = chunked.content().array();
            checksums.putAll(chunked.trailers());
            checkLength(content);
        } else if (request.header("x-amz-content-sha256").length() == 64) {
            check(checksums, "x-amz-content-sha256", Digests.sha256Hex(content), "XAmzContentSHA256Mismatch");
        }
        check(checksums, "x-amz-checksum-sha256", Digests.sha256(content), "BadDigest");
        check(checksums, "x-amz-checksum-sha1", Digests.sha1(content), "BadDigest");
        check(checksums, "x-amz-checksum-crc32", Digests.crc32(content), "BadDigest");
        check(checksums, "x-amz-checksum-crc32c", Digests.crc32c(content), "BadDigest");
        check(checksums, "content-md5", Digests.md5(content), "BadDigest");
        return content;
    }

    private void checkLength(byte[] content) {
        String length = request.header("x-amz-decoded-content-length");
        if (!length.equals("" + content.length)) {
            throw new Refusal(400, "IncompleteBody", "The request body terminated unexpectedly");
        }
    }

    private static void check(Map<String, String> given, String header, String found, String code) {
        String expected = given.getOrDefault(header, found);
        if (!expected.equals(found)) {
            throw new Refusal(400, code, "The " + header + " you specified did not match what we received.");
        }
    }

    private Reply head() {
        Buckets.Stored stored = bucket().get(key, request.parameter("versionId"));
        return describe(stored, stored.content());
    }

    private Reply get() {
        return head();
    }

    private Reply describe(Buckets.Stored stored, Bytes body) {
        Reply reply = new Reply(
                200, Map.of("ETag", "\"" + Digests.md5(stored.content().array()) + "\""), body);
        if (!stored.version().isEmpty()) {
            reply = reply.with("x-amz-version-id", stored.version());
        }
        if (!stored.kmsKey().isEmpty()) {
            reply = reply.with(ENCRYPTION, "aws:kms").with(KMS_KEY, stored.kmsKey());
        }
        boolean asked = request.method().equals("PUT")
                || request.header("x-amz-checksum-mode").equals("ENABLED");
        if (asked && account.buckets.knowsSha256(key)) {
            reply = reply.with(
                    "x-amz-checksum-sha256", Digests.sha256(stored.content().array()));
        }
        return reply;
    }

    /** What the record of calls keeps: the headers that matter to S3. */
    static Map<String, Object> recorded(Request request) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String header : List.of(
                "if-none-match",
                "x-amz-checksum-sha256",
                "x-amz-expected-bucket-owner",
                "x-amz-trailer",
                ENCRYPTION,
                KMS_KEY)) {
            if (!request.header(header).isEmpty()) {
                kept.put(header, request.header(header));
            }
        }
        return kept;
    }
}
