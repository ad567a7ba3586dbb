package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

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
    private final String folder;
    private final String key;
    private final StageBucket stage;

    S3Staging(AwsClients clients, String region, String account, PublishRequest request) {
        this.s3 = clients.s3(region);
        this.region = region;
        this.account = account;
        this.request = request;
        this.bucket = request.staging().bucketIn(region, account);
        this.stage = new StageBucket(clients, region, account, bucket);
        this.folder = request.staging().folderIn(region, account, request.layer());
        this.key = folder + name();
    }

    private String name() {
        return request.sha256() + ".zip";
    }

    String bucket() {
        return bucket;
    }

    String address() {
        return "s3://" + bucket + "/" + key;
    }

    /** Throws when the bucket cannot do, as far as that can be seen. */
    void check() {
        stage.check();
        if (request.staging().isReference()) {
            stage.checkReference(folder, name());
        }
    }

    /** Puts the zip there, unless it is there already. */
    Staged put() {
        Staged staged = putOrFound();
        if (request.staging().isReference() && staged.version().isEmpty()) {
            throw stage.unversioned();
        }
        return staged;
    }

    private Staged putOrFound() {
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
                        b -> {
                            b.bucket(bucket)
                                    .key(key)
                                    .expectedBucketOwner(account)
                                    .ifNoneMatch("*")
                                    .contentType("application/zip")
                                    .checksumSHA256(request.codeSha256());
                            if (!kmsKey().isEmpty()) {
                                b.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                        .ssekmsKeyId(kmsKey());
                            }
                        },
                        RequestBody.fromFile(request.zip()))
                .versionId();
    }

    private String kmsKey() {
        return request.staging().kmsKeyIn(region, account);
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
        // What Lambda has copied it tells the digest of; what it reads where it is nobody would look at.
        if (head.checksumSHA256() == null && request.staging().isReference()) {
            throw new LayerException(
                    AwsProblem.OBJECT_DIFFERS,
                    region + ": " + address() + " is there already, and S3 knows no SHA-256 of it.",
                    "delete it, so that it is written anew");
        }
        if (!kmsKey().isEmpty() && !isEncryptedWith(head, kmsKey())) {
            throw new LayerException(
                    AwsProblem.OBJECT_DIFFERS,
                    region + ": " + address() + " is there already and is not encrypted with the key " + kmsKey() + ".",
                    "delete it, so that it is written anew");
        }
        return new Staged(bucket, key, version(head.versionId()));
    }

    /** S3 tells the ARN of a key, which an alias does not show. */
    private static boolean isEncryptedWith(HeadObjectResponse head, String key) {
        boolean byKms = head.serverSideEncryption() == ServerSideEncryption.AWS_KMS
                || head.serverSideEncryption() == ServerSideEncryption.AWS_KMS_DSSE;
        String used = head.ssekmsKeyId();
        return byKms && (key.contains("alias/") || used == null || used.endsWith(key));
    }

    /** Whether the object is there; S3 tells whoever may not list the bucket only that access is denied to what is not. */
    boolean isThere(Staged staged) {
        try {
            s3.headObject(b -> {
                b.bucket(bucket).key(key).expectedBucketOwner(account);
                if (!staged.version().isEmpty()) {
                    b.versionId(staged.version());
                }
            });
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    private HeadObjectResponse head() {
        try {
            return s3.headObject(
                    b -> b.bucket(bucket).key(key).expectedBucketOwner(account).checksumMode(ChecksumMode.ENABLED));
        } catch (SdkException e) {
            throw failure("s3:GetObject", e);
        }
    }

    /** Deletes what Lambda has copied; a failure is in the sentence that comes back, since the layer is published. */
    Optional<String> delete(Staged staged) {
        try {
            s3.deleteObject(b -> {
                b.bucket(bucket).key(key).expectedBucketOwner(account);
                if (!staged.version().isEmpty()) {
                    b.versionId(staged.version());
                }
            });
            return Optional.empty();
        } catch (SdkException e) {
            String action = staged.version().isEmpty() ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
            String because = failure(action, e).sentence();
            return Optional.of(address() + " could not be deleted and stays: " + because);
        }
    }

    private static String version(@Nullable String id) {
        return id == null || id.equals("null") ? "" : id;
    }

    private LayerException failure(String action, SdkException exception) {
        return stage.failure(action, address(), exception);
    }
}
